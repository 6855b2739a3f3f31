// Writes what was precomputed about people on a topic. One seek each.
UNWIND $rows AS row
MERGE (x:Precomputed {topic: $topic, idx: row.idx})
SET x += row.facts, x.sequence = $sequence
