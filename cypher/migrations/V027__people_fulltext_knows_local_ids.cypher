// Search by name, handle and id, whole or without its platform; refreshed in the background, since a synchronous one doubles the time of a commit.
CREATE FULLTEXT INDEX people IF NOT EXISTS FOR (p:Person) ON EACH [p.name, p.handle, p.id, p.local_id] OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}};
