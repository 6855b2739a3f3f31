// Remembers up to where threads have been summarised, and how many there are. One scan of the summarised threads.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
CALL () { MATCH (m:Message) USING INDEX m:Message(thread_depth, id) WHERE m.thread_depth >= 0 AND m.id IS NOT NULL RETURN count(m) AS threads }
SET l.threads_sequence = $sequence, l.threads_version = $version, l.threads = threads
