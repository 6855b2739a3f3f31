// Pages of the invitations that people received, in one state or in all: the oldest first (page.sign 1) or the latest (-1), after (page.at, page.after); the total is a
// stored count. One expand of each page's person, $limit kept.
UNWIND $pages AS page
MATCH (p:Person {idx: page.idx}) USING INDEX SEEK p:Person(idx)
CALL (page, p) {
  MATCH (p)<-[r:INTERACTED]-(q:Person)
  WHERE CASE WHEN page.state IS NULL THEN r.invitation IS NOT NULL ELSE r.invitation = page.state END
    AND (page.at IS NULL OR page.sign * r.at > page.sign * page.at OR r.at = page.at AND r.id > page.after)
  WITH page, r, q ORDER BY page.sign * r.at, r.id LIMIT $limit
  RETURN collect({person: properties(q), id: r.id, kind: r.kind, at: r.at, state: r.invitation, message: r.message,
    platform: coalesce(r.platform, q.platform), private: coalesce(r.visibility = 'direct', false)}) AS invitations
}
RETURN page.key AS key, coalesce(p.invitations, []) AS counts, invitations
