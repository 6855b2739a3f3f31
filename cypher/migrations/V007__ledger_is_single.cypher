// The one node that every writer locks first.
CREATE CONSTRAINT ledger_key IF NOT EXISTS FOR (l:Ledger) REQUIRE l.key IS UNIQUE;
