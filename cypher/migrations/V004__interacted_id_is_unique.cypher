// One relationship per interaction id, whatever its kind.
CREATE CONSTRAINT interacted_id IF NOT EXISTS FOR ()-[r:INTERACTED]-() REQUIRE r.id IS UNIQUE;
