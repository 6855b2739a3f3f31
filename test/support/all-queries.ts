import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type AnyQuery, boundQueries } from '../../src/neo4j/query.js';

/** Loads every store, so that every statement is bound, and returns what was bound. */
export async function allQueries(): Promise<readonly AnyQuery[]> {
  const stores = readdirSync(resolve('src/store'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.name.endsWith('.ts'),
  );
  for (const entry of stores) await import(join(entry.parentPath ?? entry.path, entry.name));
  return boundQueries();
}

/** Names of all statements in `cypher/`, migrations left out. */
export function cypherFiles(): string[] {
  const root = resolve('cypher');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.cypher'))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).replace(/\.cypher$/, ''))
    .filter((name) => !name.startsWith('migrations/'))
    .sort();
}
