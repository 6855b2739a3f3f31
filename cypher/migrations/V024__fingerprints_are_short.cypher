// Fingerprints keep the last 35 of their 64 bits.
CALL () {
  MATCH (m:Message) WHERE m.fingerprint < 0 OR m.fingerprint >= 34359738368 RETURN m AS kept
  UNION ALL
  MATCH ()-[r:INTERACTED|AIMED|SELF]->() WHERE r.fingerprint < 0 OR r.fingerprint >= 34359738368 RETURN r AS kept
}
CALL (kept) {
  SET kept.fingerprint = (kept.fingerprint % 34359738368 + 34359738368) % 34359738368
} IN TRANSACTIONS OF 5000 ROWS;
