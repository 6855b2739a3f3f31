// The published run with everything it was computed with. Two nodes.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
MATCH (r:ScoreRun {number: l.published}) USING INDEX SEEK r:ScoreRun(number)
RETURN r.number AS number, r.computed_at AS computed_at, r.as_of AS as_of, r.sequence AS sequence, r.options AS options, r.eligible AS eligible,
  r.trust_mode AS trust_mode, r.landmark AS landmark, r.network AS network, r.model_version AS model_version, l.sequence AS ledger_sequence
