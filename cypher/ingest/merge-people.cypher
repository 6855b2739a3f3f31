// Takes over what person records say and tells who changed; a field that says nothing is left alone. One index seek each.
UNWIND $people AS x
MATCH (p:Person {idx: x.idx}) USING INDEX SEEK p:Person(idx)
WHERE any(field IN keys(x.facts) WHERE NOT coalesce(p[field] = x.facts[field], false))
SET p += x.facts
RETURN collect(x.idx) AS changed
