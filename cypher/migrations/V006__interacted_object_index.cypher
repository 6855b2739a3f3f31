// Finds the interactions about a message.
CREATE INDEX interacted_object IF NOT EXISTS FOR ()-[r:INTERACTED]-() ON (r.object);
