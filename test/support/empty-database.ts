import neo4j from 'neo4j-driver';
import { testConnection, wipeDatabase } from './database.js';

/** Empties the test database; constraints and indexes stay, migrations are applied again by whoever comes next. */
export async function emptyDatabase(): Promise<void> {
  const { uri, username, password } = testConnection();
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  try {
    await wipeDatabase(driver);
  } finally {
    await driver.close();
  }
}
