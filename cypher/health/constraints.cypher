// Which constraints and indexes are there, and whether they are online. No data.
SHOW INDEXES YIELD name, state WHERE name IS NOT NULL
RETURN name, state ORDER BY name
