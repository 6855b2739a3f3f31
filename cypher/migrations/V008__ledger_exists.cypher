// Makes the ledger, so that writers only ever match it.
MERGE (l:Ledger {key: 1}) ON CREATE SET l.sequence = 0, l.people = 0;
