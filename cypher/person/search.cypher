// People whose name, handle or id matches, best first, equal ones by idx, after who has $id as well as they match now ($score when they no longer do); and how many match, both among the best
// $counted. One full-text lookup; of each match two properties are read.
OPTIONAL MATCH (last:Person {id: $id}) USING INDEX SEEK last:Person(id)
CALL db.index.fulltext.queryNodes('people', $query, {limit: $counted}) YIELD node, score
WITH last, node, score ORDER BY score DESC, node.idx
WITH last, collect(node) AS nodes, collect(score) AS scores, max(CASE WHEN node = last THEN score END) AS now
WITH nodes, scores, coalesce(now, $score) AS seen, coalesce(last.idx, -1) AS after
WITH nodes, scores, [i IN range(0, size(nodes) - 1) WHERE seen IS NULL OR scores[i] < seen OR scores[i] = seen AND nodes[i].idx > after | i][..$limit] AS places
RETURN size(nodes) AS total, [i IN places | properties(nodes[i])] AS people, [i IN places | scores[i]] AS scores
