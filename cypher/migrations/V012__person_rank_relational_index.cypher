// Pages of the relational ranking.
CREATE INDEX person_rank_relational IF NOT EXISTS FOR (p:Person) ON (p.rank_relational);
