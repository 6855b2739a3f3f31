import type { KindRegistry } from '../domain/interaction-kind.js';
import type { TimeUnit } from '../domain/time.js';
import { BadInputError } from '../errors.js';
import { platformDefect } from './identity.js';
import { OccurrenceCounter } from './occurrence-counter.js';

/** What one import or request says once for all its records. */
export interface RecordContext {
  readonly kinds: KindRegistry;
  /** The clock, milliseconds since the epoch. */
  readonly now: number;
  /** Namespace of ids in records that name no platform. */
  readonly platform: string | null;
  /** What numbers used as times count. */
  readonly timeUnit: TimeUnit | null;
  /** Kind of interactions that name none; lower case. */
  readonly kind: string | null;
  /** Tells identical rows without id apart; one per import or request. */
  readonly occurrences: OccurrenceCounter;
}

/** What a caller may say about an import or request. */
export interface ContextOptions {
  readonly kinds: KindRegistry;
  readonly now: number;
  readonly platform?: string | undefined;
  readonly timeUnit?: TimeUnit | undefined;
  readonly kind?: string | undefined;
}

/** A fresh context with its own occurrence counter. Throws BadInputError for an unknown kind or an impossible platform. */
export function createRecordContext(options: ContextOptions): RecordContext {
  const kind = options.kind?.toLowerCase() ?? null;
  if (kind !== null && options.kinds.find(kind) === undefined) {
    throw new BadInputError('kind', `kind must be one of ${options.kinds.names.join(', ')}`);
  }
  const platform = options.platform ?? null;
  const defect = platform === null ? null : platformDefect(platform);
  if (defect !== null) throw new BadInputError('platform', `platform ${defect}`);
  const { kinds, now, timeUnit = null } = options;
  return { kinds, now, platform, timeUnit, kind, occurrences: new OccurrenceCounter() };
}
