// Score runs are numbered.
CREATE CONSTRAINT score_run_number IF NOT EXISTS FOR (r:ScoreRun) REQUIRE r.number IS UNIQUE;
