// Takes the right to score, unless somebody else holds it. One node.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
SET l.key = 1
WITH l, coalesce(l.run_owner = $owner, true) OR coalesce(l.run_until < timestamp(), true) AS granted
SET l.run_owner = CASE WHEN granted THEN $owner ELSE l.run_owner END,
  l.run_until = CASE WHEN granted THEN timestamp() + $milliseconds ELSE l.run_until END
RETURN granted
