// Interactions that a run does not count and of which an earlier run said what became: later than $asOf, or private. One scan of the interactions.
MATCH (:Person)-[r:INTERACTED]->()
WHERE (r.at > $asOf OR NOT $private AND r.visibility = 'direct') AND (r.invitation IS NOT NULL OR r.landing IS NOT NULL)
RETURN r.id AS id
