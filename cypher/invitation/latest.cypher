// Pages of the invitations that people received in some states, the latest first, after (page.at, page.after), $limit kept; the total is a stored count. One range seek of an
// index per state, read in its order until the page is full.
UNWIND $pages AS page
MATCH (p:Person {idx: page.idx}) USING INDEX SEEK p:Person(idx)
CALL (page) {
  UNWIND page.states AS state
  CALL (page, state) {
    MATCH ()-[r:INTERACTED]->() USING INDEX r:INTERACTED(invited, invitation, at)
    WHERE r.invited = page.idx AND r.invitation = state AND r.at <= coalesce(page.at, 9007199254740991)
    WITH page, r, r.invited AS invited, r.invitation AS invitation, r.at AS at ORDER BY invited DESC, invitation DESC, at DESC
    WHERE page.at IS NULL OR at < page.at OR r.id > page.after
    WITH r, invited, invitation, at ORDER BY invited DESC, invitation DESC, at DESC, r.id LIMIT $limit
    RETURN r
  }
  WITH r, startNode(r) AS q, r.at AS at ORDER BY at DESC, r.id LIMIT $limit
  OPTIONAL MATCH (m:Message {id: r.message}) USING INDEX SEEK m:Message(id)
  WITH r, q, m, at ORDER BY at DESC, r.id
  RETURN collect({person: properties(q), id: r.id, kind: r.kind, at: at, state: r.invitation, message: CASE WHEN r.visibility = 'direct' OR m.visibility = 'direct' THEN null ELSE r.message END,
    platform: coalesce(r.platform, q.platform), private: coalesce(r.visibility = 'direct', false)}) AS invitations
}
RETURN page.key AS key, coalesce(p.invitations, []) AS counts, invitations
