// The people with this handle on this platform; a handle may have been reused. One index seek.
MATCH (p:Person {handle: $handle, platform: $platform}) USING INDEX p:Person(handle, platform)
RETURN properties(p) AS person ORDER BY p.idx LIMIT 1
