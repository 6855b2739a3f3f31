// Whether anybody is of another platform. One scan of persons until the first.
RETURN EXISTS { MATCH (p:Person) WHERE p.platform <> $platform } AS found
