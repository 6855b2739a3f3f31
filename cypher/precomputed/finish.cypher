// Remembers up to where everything on $topics is precomputed, and forgets what was not written anew. One scan of what is precomputed.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
SET l.precomputed_sequence = $sequence, l.precomputed_topics = $topics
WITH count(*) AS ledgers
MATCH (x:Precomputed) WHERE x.sequence <> $sequence OR NOT x.topic IN $topics
DELETE x
