// People by namespaced id, with their stored scores. One index seek each.
UNWIND $ids AS id
MATCH (p:Person {id: id}) USING INDEX SEEK p:Person(id)
RETURN properties(p) AS person
