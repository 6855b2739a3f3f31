// Whether anybody is of a platform other than these. One scan of persons until the first.
RETURN EXISTS { MATCH (p:Person) WHERE NOT p.platform IN $platforms } AS found
