// A page of summarised threads, the deepest first, after ($value, $after). Two seeks of an index, $limit rows each, already in order.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
CALL () {
  CALL () {
    MATCH (m:Message) USING INDEX m:Message(thread_depth, id)
    WHERE m.thread_depth = $value AND m.id < $after AND m.depth = 0 AND coalesce(m.visibility, 'public') <> 'direct'
    RETURN m ORDER BY m.thread_depth DESC, m.id DESC LIMIT $limit
    UNION ALL
    MATCH (m:Message) USING INDEX m:Message(thread_depth, id)
    WHERE m.thread_depth < $value AND m.id IS NOT NULL AND m.depth = 0 AND coalesce(m.visibility, 'public') <> 'direct'
    RETURN m ORDER BY m.thread_depth DESC, m.id DESC LIMIT $limit
  }
  WITH m ORDER BY m.thread_depth DESC, m.id DESC LIMIT $limit
  OPTIONAL MATCH (a:Person)-[:WROTE]->(m)
  WITH m, a ORDER BY m.thread_depth DESC, m.id DESC
  RETURN collect({root: properties(m), author: properties(a)}) AS threads
}
RETURN coalesce(l.threads, 0) AS total, threads
