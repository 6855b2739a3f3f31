// One precomputed value per topic and person.
CREATE CONSTRAINT precomputed_topic_idx IF NOT EXISTS FOR (x:Precomputed) REQUIRE (x.topic, x.idx) IS UNIQUE;
