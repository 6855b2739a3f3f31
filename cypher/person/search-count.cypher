// How many people match a search, counted up to $limit. One full-text lookup.
CALL db.index.fulltext.queryNodes('people', $query, {limit: $limit}) YIELD node
RETURN count(node) AS total
