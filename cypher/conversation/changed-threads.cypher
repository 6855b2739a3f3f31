// Public threads with messages written after sequence $since, and the work they make: their messages and the sum of their depths, what was
// there before and what is new. One scan of the messages.
MATCH (m:Message) WHERE m.sequence > $since AND m.conversation IS NOT NULL
WITH m.conversation AS id, sum(1 + m.depth) AS fresh
MATCH (root:Message {id: id}) USING INDEX SEEK root:Message(id)
WHERE root.depth = 0 AND coalesce(root.visibility, 'public') <> 'direct'
RETURN collect(id) AS ids, collect(fresh + toInteger(coalesce(root.thread_messages * (1 + root.thread_mean_depth), 0))) AS work
