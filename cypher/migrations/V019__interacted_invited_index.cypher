// Pages of the invitations that somebody received in a state, in the order of time.
CREATE INDEX interacted_invited IF NOT EXISTS FOR ()-[r:INTERACTED]-() ON (r.invited, r.invitation, r.at);
