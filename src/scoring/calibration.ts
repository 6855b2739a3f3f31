/*
 * Calibration: frozen, versioned reference points, so that a score moves only when its own person's relationships do.
 * Definition: `unit` has every reference at 1 (broadcast top 100); `reference-v1` comes from the 33,940 of 102,779 persons of
 * public discussion forums active in the last 60 days before 2021-12-01 (451,562 interactions, half-life 60 d, window 7 d):
 * 75th percentile of non-zero values (relational), median and 99.9th percentile of non-zero values (broadcast); listening and
 * amplification were not observable there and are set by hand. Source: model.md 1.9.
 */
import type { Calibration } from '../domain/calibration.js';
import { BROADCAST_PARTS } from '../domain/network-scores.js';

const PLAIN_PART = { median: 1, top: 100 };

export const UNIT_CALIBRATION: Calibration = {
  version: 'unit',
  relational: { initiative: 1, dialogue: 1, breadth: 1, centrality: 1, listening: 1 },
  broadcast: { engagement: PLAIN_PART, audience: PLAIN_PART, amplification: PLAIN_PART },
};

export const REFERENCE_V1: Calibration = {
  version: 'reference-v1',
  relational: { initiative: 0.6573, dialogue: 2.032, breadth: 0.9866, centrality: 1.333, listening: 1 },
  broadcast: {
    engagement: { median: 1.048, top: 119.9 },
    audience: { median: 2.698, top: 220.4 },
    amplification: { median: 1, top: 100 },
  },
};

/** Built-in calibrations by version. */
export const CALIBRATIONS: ReadonlyMap<string, Calibration> = new Map(
  [UNIT_CALIBRATION, REFERENCE_V1].map((calibration) => [calibration.version, calibration]),
);

/** Checks a caller's calibration object and returns it typed. Throws RangeError naming the field and the limit. */
export function readCalibration(value: unknown): Calibration {
  const source = readObject(value, 'calibration');
  const { version } = source;
  if (typeof version !== 'string' || version.trim() === '') {
    throw new RangeError('calibration.version must be a non-empty text');
  }
  const relational = readObject(source.relational, 'calibration.relational');
  const broadcast = readObject(source.broadcast, 'calibration.broadcast');
  return {
    version,
    relational: readPositives(relational, 'calibration.relational', Object.keys(REFERENCE_V1.relational)),
    broadcast: Object.fromEntries(
      BROADCAST_PARTS.map((part) => {
        const path = `calibration.broadcast.${part}`;
        return [part, readPositives(readObject(broadcast[part], path), path, ['median', 'top'])];
      }),
    ),
  } as unknown as Calibration;
}

function readObject(value: unknown, path: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new RangeError(`${path} must be an object`);
}

function readPositives(
  source: Record<string, unknown>,
  path: string,
  names: readonly string[],
): Record<string, number> {
  return Object.fromEntries(
    names.map((name) => {
      const value = source[name];
      if (typeof value === 'number' && Number.isFinite(value) && value > 0) return [name, value];
      throw new RangeError(`${path}.${name} must be a finite number above 0`);
    }),
  );
}
