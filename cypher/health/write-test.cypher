// Tries a write, which the caller rolls back. One node.
CREATE (t:WriteTest {at: timestamp()})
RETURN t.at AS at
