// npm run bench [-- part …] [--rounds n] [--records n]: ratios of medians over interleaved rounds in one run. Parts: ingest, score, reads, relating; the last
// takes --records 0 for what the database that NEO4J_URI names holds.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../dist/config.js';
import { Database } from '../../dist/neo4j/database.js';
import { obtainDatabase } from '../../dist/neo4j/local/obtain.js';
import { benchIngest } from './ingest.mjs';
import { benchReads } from './reads.mjs';
import { benchRelating } from './relating.mjs';
import { benchScore } from './score.mjs';

const PARTS = { ingest: benchIngest, score: benchScore, reads: benchReads, relating: benchRelating };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, records: { type: 'string', default: '50000' } },
});
const parts = positionals.length > 0 ? positionals : Object.keys(PARTS);
const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
const config = readConfig({ ...process.env, RAPPORT_HOME: join(folder, 'home') });
const keepsEverything = values.records === '0' && parts.every((part) => part === 'relating');
if (config.neo4j !== null && !keepsEverything && process.env.RAPPORT_TEST_WIPE !== 'yes') {
  throw new Error(
    'The bench deletes everything in the database that NEO4J_URI names; RAPPORT_TEST_WIPE=yes allows it.',
  );
}
const obtained = await obtainDatabase(config, (message) => console.error(message));
const database = new Database(obtained.connection);
try {
  for (const part of parts) {
    console.log(`\n${part}`);
    await PARTS[part]({
      database,
      connection: obtained.connection,
      rounds: Number(values.rounds),
      records: Number(values.records),
    });
  }
} finally {
  await database[Symbol.asyncDispose]();
  if (obtained.way === 'managed') await obtained.server.stop();
  rmSync(folder, { recursive: true, force: true });
}
