// Remembers retracted ids, and counts them on the ledger, so that nobody looks for them where there are none. Linear in the ids.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
SET l.sequence = $sequence, l.retractions = coalesce(l.retractions, 0) + size($ids)
WITH l
UNWIND $ids AS id
CREATE (:Retraction {id: id, sequence: $sequence})
