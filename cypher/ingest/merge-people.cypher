// Takes over what person records say and tells who changed; a field that says nothing is left alone. Whoever is no person is labelled so. One index seek each.
UNWIND $people AS x
MATCH (p:Person {idx: x.idx}) USING INDEX SEEK p:Person(idx)
WHERE any(field IN keys(x.facts) WHERE NOT coalesce(p[field] = x.facts[field], false))
SET p += x.facts
FOREACH (_ IN CASE WHEN p.kind = 'person' THEN [1] ELSE [] END | REMOVE p:NonPerson)
FOREACH (_ IN CASE WHEN p.kind = 'person' THEN [] ELSE [1] END | SET p:NonPerson)
RETURN collect(x.idx) AS changed
