// The dense number of a person, given at creation.
CREATE CONSTRAINT person_idx IF NOT EXISTS FOR (p:Person) REQUIRE p.idx IS UNIQUE;
