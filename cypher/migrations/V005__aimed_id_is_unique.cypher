// One waiting relationship per interaction id.
CREATE CONSTRAINT aimed_id IF NOT EXISTS FOR ()-[r:AIMED]-() REQUIRE r.id IS UNIQUE;
