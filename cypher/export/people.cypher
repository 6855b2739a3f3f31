// Everybody with what the published run stored, in order of number. One scan of persons.
MATCH (p:Person)
RETURN properties(p) AS person ORDER BY p.idx
