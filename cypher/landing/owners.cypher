// Pages of the people upon whose content somebody commented in threads of others, with how many comments and how many landed, most comments first, after
// (page.value, page.after). One expand of each page's person.
UNWIND $pages AS page
MATCH (p:Person {idx: page.idx}) USING INDEX SEEK p:Person(idx)
CALL (page, p) {
  MATCH (p)-[r:INTERACTED]->(q:Person)
  WHERE r.landing IS NOT NULL
  WITH page, q, count(r) AS comments, sum(CASE WHEN r.landing IN ['OWNER', 'BOTH'] THEN 1 ELSE 0 END) AS by_owner, sum(CASE WHEN r.landing <> 'NONE' THEN 1 ELSE 0 END) AS landed
  ORDER BY comments DESC, q.idx
  RETURN count(q) AS total, collect(CASE WHEN page.value IS NULL OR comments < page.value OR comments = page.value AND q.idx > page.after
    THEN {person: q, comments: comments, by_owner: by_owner, landed: landed} END) AS seen
}
RETURN page.key AS key, total, [x IN seen[..page.limit] | {person: properties(x.person), comments: x.comments, by_owner: x.by_owner, landed: x.landed}] AS owners
