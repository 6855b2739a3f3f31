// The next one names it anew.
DROP INDEX people IF EXISTS;
