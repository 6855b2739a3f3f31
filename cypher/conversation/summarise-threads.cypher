// Numbers of whole threads, kept on their roots. Virality: 2W/(n(n-1)), W = sum over edges of a(n-a) with a messages below the edge (Goel et al.
// 2015); balance: H(p)/log k over the k authors' shares, log t - sum(c log c)/t being H. Returns: messages of somebody who wrote there before, others since; once: answers to the root by
// who wrote nothing else. A time of 0 is unknown: it begins and ends no thread and returns to none. Linear in the sum of the depths; above $mostDepths no virality.
UNWIND $roots AS id
MATCH (root:Message {id: id}) USING INDEX SEEK root:Message(id)
WHERE root.depth = 0
CALL (root) {
  MATCH (root)(()<-[:REPLY_TO]-())*(m)
  WITH DISTINCT m
  RETURN collect(m) AS ms, sum(m.depth) > $mostDepths AS deep, count(m) AS n, max(m.depth) AS depth, avg(m.depth) AS mean, min(nullIf(m.at, 0)) AS first, max(m.at) AS last
}
CALL (ms) {
  UNWIND ms AS m
  WITH m.author AS author, count(*) AS c WHERE author IS NOT NULL
  WITH count(*) AS k, sum(c) AS t, sum(c * log(c)) AS s
  RETURN k, CASE WHEN k < 2 THEN null ELSE (log(t) - s / t) / log(k) END AS h
}
CALL (ms) {
  UNWIND ms AS m
  WITH m WHERE m.at > 0
  WITH m ORDER BY m.at, m.id
  WITH collect(coalesce(m.author, -1)) AS said
  UNWIND [i IN range(0, size(said) - 1) WHERE i = 0 OR said[i] <> said[i - 1] | said[i]] AS author
  WITH author, count(*) AS c WHERE author >= 0
  RETURN sum(c - 1) AS returns, sum(CASE WHEN c > 1 THEN 1 ELSE 0 END) AS returned
}
CALL (ms) {
  UNWIND ms AS m
  WITH m.author AS author, count(*) AS c, max(m.depth) AS lowest WHERE author IS NOT NULL AND c = 1 AND lowest = 1
  RETURN count(*) AS once
}
CALL (ms, n, deep) {
  UNWIND CASE WHEN deep THEN [] ELSE ms END AS c
  CALL (c) { WITH c WHERE EXISTS { (c)<-[:REPLY_TO]-() } MATCH (c)(()<-[:REPLY_TO]-())+(x) RETURN 1 + count(DISTINCT x) AS a }
  RETURN sum(a * (n - a)) AS w
}
SET root += {thread_messages: n, thread_depth: depth, thread_mean_depth: mean, thread_participants: k, thread_first_at: coalesce(first, 0), thread_last_at: last, thread_returns: returns, thread_returned: returned, thread_once: once,
  thread_virality: CASE WHEN deep OR n < 2 THEN null ELSE 2.0 * w / (n * (n - 1)) END, thread_balance: CASE WHEN h > 1 THEN 1.0 ELSE h END}
