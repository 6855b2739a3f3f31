// People whose name, handle or id matches, best first, equal ones by id, after $id as well as it matches now ($score when it no longer does); and how many match, both among the best
// $counted. One full-text lookup; of each match the id is read.
CALL db.index.fulltext.queryNodes('people', $query, {limit: $counted}) YIELD node, score
WITH node, score ORDER BY score DESC, node.id
WITH collect(node) AS nodes, collect(score) AS scores, coalesce(max(CASE node.id WHEN $id THEN score END), $score) AS seen
WITH nodes, scores, [i IN range(0, size(nodes) - 1) WHERE seen IS NULL OR scores[i] < seen OR scores[i] = seen AND nodes[i].id > $id | i][..$limit] AS places
RETURN size(nodes) AS total, [i IN places | properties(nodes[i])] AS people, [i IN places | scores[i]] AS scores
