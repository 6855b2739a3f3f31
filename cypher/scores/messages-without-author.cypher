// What messages of nobody known answer, up to an instant. One scan of the messages.
MATCH (m:Message)-[:REPLY_TO]->(k:Message)
WHERE m.author IS NULL AND m.sequence <= $sequence AND m.at <= $asOf AND ($private OR coalesce(m.visibility, 'public') <> 'direct')
RETURN m.id AS id, k.id AS parent, m.at AS at
