// Makes a run the published one, the last step of its transaction. Two nodes.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
CREATE (r:ScoreRun {number: coalesce(l.published, 0) + 1, computed_at: timestamp()})
SET r += $run, l.published = r.number
RETURN r.number AS number, r.computed_at AS computed_at
