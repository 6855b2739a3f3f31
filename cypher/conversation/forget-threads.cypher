// Takes the summary from messages that are no public root any more. One scan of the summarised threads.
MATCH (m:Message) USING INDEX m:Message(thread_depth, id)
WHERE m.thread_depth >= 0 AND m.id IS NOT NULL AND (coalesce(m.depth, -1) <> 0 OR m.visibility = 'direct')
REMOVE m.thread_messages, m.thread_depth, m.thread_mean_depth, m.thread_participants, m.thread_virality, m.thread_balance,
  m.thread_first_at, m.thread_last_at, m.thread_returns, m.thread_returned, m.thread_once
