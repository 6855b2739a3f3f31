import type { CanonicalRecord } from '../../src/domain/records.js';
import { fingerprintInteraction, fingerprintMessage } from '../../src/ingest/fingerprint.js';
import type { BatchItem } from '../../src/store/interaction-store.js';

/** A record as the service hands it to the store. */
export function batchItem(record: CanonicalRecord, index: number): BatchItem {
  if (record.type === 'interaction') return { index, record, fingerprint: fingerprintInteraction(record) };
  return { index, record, fingerprint: record.type === 'message' ? fingerprintMessage(record) : 0 };
}
