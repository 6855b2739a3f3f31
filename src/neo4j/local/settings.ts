import { BadInputError } from '../../errors.js';

/** What may vary between managed servers; sizes as Java writes them: 512m, 2g. */
export interface ServerSettings {
  readonly boltPort: number;
  /** Largest heap; it starts at 1g, or at this when smaller. */
  readonly heap: string;
  readonly pageCache: string;
}

/** Heap of a managed server when nothing is said. */
export const DEFAULT_HEAP = '2g';

/** Page cache of a managed server when nothing is said. */
export const DEFAULT_PAGE_CACHE = '1g';

/** The least heap a server starts with, in mebibytes. */
const LEAST_HEAP = 256;

/** Mebibytes of a size such as 512m or 2g. Throws BAD_USER_INPUT. */
export function mebibytes(field: string, size: string): number {
  const match = /^(\d+)([mg])$/i.exec(size.trim());
  const count = match === null ? 0 : Number(match[1]) * (match[2]?.toLowerCase() === 'g' ? 1_024 : 1);
  if (count < 1)
    throw new BadInputError(field, `${field} is "${size}": write a size such as 512m or 2g.`, { value: size });
  return count;
}

/**
 * Initial and largest heap and the size of its regions as Java takes them, a power of two from 1m to 32m: at least 256 regions. Java's own choice is up to eight
 * times smaller, and import a tenth slower with it. Throws BAD_USER_INPUT below 256m.
 */
export function heapSizes(heap: string): {
  readonly initial: string;
  readonly maximum: string;
  readonly region: string;
} {
  const size = mebibytes('heap', heap);
  if (size < LEAST_HEAP)
    throw new BadInputError('heap', `heap is "${heap}": Neo4j needs at least ${LEAST_HEAP}m.`, { limit: LEAST_HEAP });
  const region = Math.min(2 ** Math.floor(Math.log2(size / 256)), 32);
  return { initial: `${Math.min(size, 1_024)}m`, maximum: `${size}m`, region: `${region}m` };
}

/** Most memory of one transaction: seven tenths of the heap, in whole hundreds of mebibytes (1400m of 2g). */
export function transactionMemory(heap: string): string {
  const share = mebibytes('heap', heap) * 0.7;
  return `${Math.floor(share / 100) * 100}m`;
}

/** The text of neo4j.conf: loopback only, every memory stated, transaction logs bounded. */
export function serverConfiguration(settings: ServerSettings): string {
  const { initial, maximum } = heapSizes(settings.heap);
  const address = `127.0.0.1:${settings.boltPort}`;
  const entries: [name: string, value: string][] = [
    ['server.config.strict_validation.enabled', 'true'],
    ['server.default_listen_address', '127.0.0.1'],
    ['server.bolt.listen_address', address],
    ['server.bolt.advertised_address', address],
    ['server.http.enabled', 'false'],
    ['server.https.enabled', 'false'],
    ['server.memory.heap.initial_size', initial],
    ['server.memory.heap.max_size', maximum],
    ['server.memory.pagecache.size', `${mebibytes('pageCache', settings.pageCache)}m`],
    ['db.memory.transaction.max', transactionMemory(settings.heap)],
    ['db.transaction.timeout', '10m'],
    ['db.tx_log.preallocate', 'false'],
    ['db.tx_log.rotation.size', '64M'],
    ['db.tx_log.rotation.retention_policy', '256M size'],
    // Logs are pruned at checkpoints only, so checkpoints must follow the volume written.
    ['db.checkpoint', 'VOLUME'],
    ['db.checkpoint.interval.volume', '128M'],
    // Statements carry ids of people; they stay out of the logs.
    ['db.logs.query.enabled', 'OFF'],
    ['dbms.security.allow_csv_import_from_file_urls', 'false'],
    ['dbms.usage_report.enabled', 'false'],
    // Databases are closed before Bolt drains; without these an idle server takes ten seconds more to stop.
    ['internal.server.bolt.thread_pool_shutdown_wait_time', '500ms'],
    ['internal.server.bolt.connection_shutdown_wait_time', '500ms'],
  ];
  return entries.map(([name, value]) => `${name}=${value}\n`).join('');
}
