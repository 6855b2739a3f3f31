import { setTimeout as sleep } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { RapportError } from '../../errors.js';
import { isPortOpen } from './port.js';

/** How to reach a server that is coming up; `isAlive` tells when waiting is in vain. */
export interface Awaited {
  readonly port: number;
  readonly username: string;
  readonly password: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly isAlive: () => Promise<boolean>;
}

/** How waiting for a server ended. */
export type Readiness = 'ready' | 'ended' | 'timeout';

/** Waits until the server answers an authenticated RETURN 1 over Bolt. Throws DATABASE_UNAUTHORISED when it refuses the password. */
export async function waitUntilReady(awaited: Awaited): Promise<Readiness> {
  const deadline = Date.now() + awaited.timeout;
  while (Date.now() < deadline) {
    if ((await isPortOpen(awaited.port)) && (await answers(awaited))) return 'ready';
    if (!(await awaited.isAlive())) return 'ended';
    await sleep(100);
  }
  return 'timeout';
}

async function answers({ port, username, password }: Awaited): Promise<boolean> {
  const driver = neo4j.driver(`bolt://127.0.0.1:${port}`, neo4j.auth.basic(username, password), {
    connectionTimeout: 2_000,
    connectionAcquisitionTimeout: 5_000,
    maxTransactionRetryTime: 0,
    maxConnectionPoolSize: 1,
    telemetryDisabled: true,
  });
  try {
    const session = driver.session({ database: 'neo4j' });
    const result = await session.run('RETURN 1 AS one', {}, { timeout: 5_000 });
    return result.records.length === 1;
  } catch (error) {
    if ((error as { code?: string }).code !== 'Neo.ClientError.Security.Unauthorized') return false;
    throw new RapportError(
      'DATABASE_UNAUTHORISED',
      `The server on port ${port} refuses the password of its home: put the password file back, or wipe this database.`,
      {},
      { cause: error },
    );
  } finally {
    await driver.close();
  }
}
