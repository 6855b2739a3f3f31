// People by handle on a platform.
CREATE INDEX person_handle IF NOT EXISTS FOR (p:Person) ON (p.handle, p.platform);
