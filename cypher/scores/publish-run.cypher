// Makes a run the published one, the last step of what is written. Two nodes.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
WITH l, coalesce(l.runs, l.published, 0) + 1 AS number
SET l.runs = number, l.published = number, l.rewriting = false
CREATE (r:ScoreRun {number: number, computed_at: timestamp()})
SET r += $run
RETURN r.number AS number, r.computed_at AS computed_at
