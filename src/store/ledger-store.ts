import { flag, integer, nullable } from '../neo4j/columns.js';
import { asInteger, asText } from '../neo4j/parameters.js';
import { bindQuery, READ, WRITE } from '../neo4j/query.js';

/** First statement of every writing transaction: writers queue here instead of deadlocking. */
export const takeLedger = bindQuery(
  'ledger/take',
  WRITE,
  {},
  { sequence: integer, people: integer, retractions: integer, apart: integer },
);
/** For transactions that write no batch; a batch advances the ledger itself. */
export const advanceLedger = bindQuery('ledger/advance', WRITE, { sequence: asInteger }, {});
export const readLedger = bindQuery(
  'ledger/read',
  READ,
  {},
  { sequence: integer, published: nullable(integer), rewriting: flag },
);
export const leaseRun = bindQuery(
  'ledger/lease-run',
  WRITE,
  { owner: asText, milliseconds: asInteger },
  { granted: flag },
);
/** First statement of every transaction that publishes; no row once somebody else has the right to score. */
export const holdRun = bindQuery('ledger/hold-run', WRITE, { owner: asText }, { sequence: integer });
export const renewRun = bindQuery('ledger/renew-run', WRITE, { owner: asText, milliseconds: asInteger }, {});
export const releaseRun = bindQuery('ledger/release-run', WRITE, { owner: asText }, {});
