import type { Driver } from 'neo4j-driver';
import type { Connection } from '../../src/neo4j/database.js';

/** The database of this test run, as the global setup published it. Throws when a test runs outside a project that sets one up. */
export function testConnection(): Connection {
  return {
    uri: required('NEO4J_URI'),
    username: required('NEO4J_USERNAME'),
    password: required('NEO4J_PASSWORD'),
    database: required('NEO4J_DATABASE'),
  };
}

/** Deletes all relationships and nodes in batches; constraints and indexes stay. */
export async function wipeDatabase(driver: Driver, database = testConnection().database): Promise<void> {
  const session = driver.session({ database });
  try {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
  } finally {
    await session.close();
  }
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: only the integration and e2e projects have a database.`);
  return value;
}
