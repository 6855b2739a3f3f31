// Twin of n̂, by which the walk is scaled: the number of persons with a mutual tie, or with $seeds exp(-Σ π ln π). Stored centrality adds up to n̂ Σ π;
// of s seeds, k with a mutual tie, those without keep α of their restart: Σ π over the others is k / (k + α(s - k)). Expands every mutual tie twice.
MATCH (s:Person) WHERE s.id IN coalesce($seeds, []) AND s.kind = 'person'
WITH count(s) AS seeds
MATCH (v:Person)-[:MUTUAL]-(:Person)
WITH seeds, v, count(*) AS degree
WITH max(seeds) AS seeds, count(v) AS persons, sum(v.centrality) AS mass, sum(CASE WHEN v.centrality > 0 THEN v.centrality * log(v.centrality) ELSE 0.0 END) AS logs,
  sum(toInteger($seeds IS NULL OR v.id IN $seeds)) AS connected
WITH *, CASE WHEN $seeds IS NULL THEN 0 ELSE seeds - connected END AS alone
WITH *, CASE WHEN connected > 0 THEN mass * (connected + 0.2 * alone) / connected ELSE 0.0 END AS stored, 0.2 / (connected + 0.2 * alone) AS each
RETURN stored, CASE WHEN $seeds IS NULL OR connected = 0 THEN toFloat(CASE WHEN $seeds IS NULL THEN persons ELSE 0 END)
  ELSE exp(mass / stored * log(stored) - logs / stored - alone * each * log(each)) END AS recomputed
