// The part of an id behind its platform, which search could not find where the two are one word to it.
MATCH (p:Person) WHERE p.local_id IS NULL
CALL (p) {
  SET p.local_id = substring(p.id, size(p.platform) + 1)
} IN TRANSACTIONS OF 5000 ROWS;
