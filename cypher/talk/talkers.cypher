// Pages of the people who talk about somebody: acts of $kinds (which $counters count) at a known time, not in private and not in threads that somebody started; most acts first, after
// (page.value, page.after). One expand of the person's incoming ties, and of the smaller side of each that counts such an act.
UNWIND $pages AS page
MATCH (p:Person {idx: page.idx}) USING INDEX SEEK p:Person(idx)
CALL (page, p) {
  MATCH (p)<-[t:ENGAGES]-(q)
  WHERE NOT q:NonPerson AND any(counter IN $counters WHERE t[counter] > 0)
  CALL (p, q) {
    MATCH (q)-[r:INTERACTED]->(p)
    WHERE r.kind IN $kinds AND NOT r.ground IN ['THEIRS', 'PRIVATE'] AND coalesce(r.at_quality, 'exact') <> 'unknown'
    RETURN count(r) AS acts, max(r.at) AS last
  }
  WITH page, q, acts, last WHERE acts > 0 ORDER BY acts DESC, q.idx
  RETURN count(q) AS total, collect(CASE WHEN page.value IS NULL OR acts < page.value OR acts = page.value AND q.idx > page.after THEN {person: q, acts: acts, last: last} END) AS seen
}
RETURN page.key AS key, total, [x IN seen[..page.limit] | {person: properties(x.person), acts: x.acts, last_at: x.last}] AS talkers
