// One relationship per act at oneself.
CREATE CONSTRAINT self_id IF NOT EXISTS FOR ()-[r:SELF]-() REQUIRE r.id IS UNIQUE;
