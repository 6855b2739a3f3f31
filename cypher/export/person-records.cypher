// Everybody as the records said. One scan of persons.
MATCH (p:Person)
RETURN p.id AS id, p.name AS name, p.handle AS handle, p.kind AS kind, p.roles AS roles, p.organisation AS organisation, p.aliases AS aliases ORDER BY p.idx
