// Marks organisations and bots, so that whoever counts persons among thousands of alters reads labels instead of properties.
MATCH (p:Person) WHERE p.kind <> 'person' SET p:NonPerson;
