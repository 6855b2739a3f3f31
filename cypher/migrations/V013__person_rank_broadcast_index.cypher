// Pages of the broadcast ranking.
CREATE INDEX person_rank_broadcast IF NOT EXISTS FOR (p:Person) ON (p.rank_broadcast);
