// People whose name, handle or id matches, best first. One full-text lookup, sized by $limit.
CALL db.index.fulltext.queryNodes('people', $query, {skip: $skip, limit: $limit}) YIELD node, score
RETURN properties(node) AS person, score
