// Which of these ids have been retracted. One index seek each.
UNWIND $ids AS id
MATCH (r:Retraction {id: id}) USING INDEX SEEK r:Retraction(id)
RETURN collect(id) AS ids
