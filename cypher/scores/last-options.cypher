// Options of the last run that was published, even if it was withdrawn since. Two nodes.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
MATCH (r:ScoreRun {number: coalesce(l.runs, l.published)}) USING INDEX SEEK r:ScoreRun(number)
RETURN r.options AS options
