// Which of these acts at oneself are there. One index seek each.
UNWIND $ids AS id
MATCH ()-[r:SELF {id: id}]->() USING INDEX SEEK r:SELF(id)
RETURN collect(id) AS ids
