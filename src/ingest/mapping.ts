import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { TIME_UNITS } from '../domain/time.js';
import { RapportError } from '../errors.js';
import { formatDefect, zoneDefect } from './local-time.js';

const text = z.string().min(1);
const cell = z.strictObject({
  column: text,
  /** Replaces values; others stay as they are unless there is a default. */
  map: z.record(z.string(), text).optional(),
  /** Stands for an empty cell, and for a value that `map` does not know. */
  default: text.optional(),
});
const list = cell.extend({ split: text.optional() });
const constant = z.union([text, cell]);
const time = z.strictObject({
  column: text,
  format: text
    .refine((pattern) => formatDefect(pattern) === null, { error: ({ input }) => formatDefect(String(input)) ?? '' })
    .optional(),
  timezone: text
    .refine((zone) => zoneDefect(zone) === null, { error: ({ input }) => zoneDefect(String(input)) ?? '' })
    .optional(),
  unit: z.enum(TIME_UNITS).optional(),
});

const mappingSchema = z.strictObject({
  version: z.literal(1),
  type: constant.optional(),
  from: cell.extend({ platform: constant.optional() }).optional(),
  /** Of message rows, where that is not the column of `from`. */
  author: cell.optional(),
  to: list.optional(),
  at: z.union([time, z.strictObject({ value: text })]).optional(),
  atQuality: constant.optional(),
  id: cell.optional(),
  /** `retract` makes the row a retraction of what the same row without it said. */
  op: constant.optional(),
  kind: constant.optional(),
  message: cell.optional(),
  inReplyTo: cell.optional(),
  conversation: cell.optional(),
  visibility: constant.optional(),
  platform: constant.optional(),
  tags: list.optional(),
  meta: cell.optional(),
  /** How many identical interactions a row stands for. */
  weight: cell.optional(),
  name: cell.optional(),
  handle: cell.optional(),
  roles: list.optional(),
  organisation: cell.optional(),
  aliases: list.optional(),
  /** Named so that a mapping can say that text is there; it is never read. */
  content: z.strictObject({ column: text, store: z.literal('none').optional() }).optional(),
});

/** Which column of a table holds which field of the canonical record. A plain text stands for itself in every row. */
export type Mapping = z.infer<typeof mappingSchema>;
/** A column and what to do with its value. */
export type CellMapping = z.infer<typeof cell>;

/** A mapping from the text of a YAML or JSON file. Throws RapportError CONFIG_INVALID naming every problem. */
export function parseMapping(source: string): Mapping {
  return validateMapping(parseYaml(source));
}

/** A mapping from a decoded value. Throws RapportError CONFIG_INVALID naming every problem. */
export function validateMapping(value: unknown): Mapping {
  const result = mappingSchema.safeParse(value);
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `${path.join('.') || 'mapping'}: ${message}`);
    throw new RapportError('CONFIG_INVALID', `the mapping cannot be used: ${problems.join('; ')}`, { problems });
  }
  refuseContradictions(result.data);
  return result.data;
}

/** A mapping as YAML that `parseMapping` reads. */
export function formatMapping(mapping: Mapping): string {
  return stringify(mapping);
}

function parseYaml(source: string): unknown {
  try {
    return parse(source);
  } catch (error) {
    const [line] = String(error instanceof Error ? error.message : error).split('\n');
    throw new RapportError('CONFIG_INVALID', `the mapping is not valid YAML or JSON: ${line}`, {}, { cause: error });
  }
}

function refuseContradictions({ from, platform, at }: Mapping): void {
  if (from?.platform !== undefined && platform !== undefined) {
    throw new RapportError('CONFIG_INVALID', 'the mapping gives platform twice: in from and by itself; keep one');
  }
  if (at !== undefined && 'column' in at && at.unit !== undefined && (at.format ?? at.timezone) !== undefined) {
    throw new RapportError(
      'CONFIG_INVALID',
      'at.unit is for numbers, at.format and at.timezone are for text; keep one of them',
    );
  }
  if (
    at !== undefined &&
    'column' in at &&
    at.format !== undefined &&
    at.timezone === undefined &&
    !at.format.includes('XXX')
  ) {
    throw new RapportError(
      'CONFIG_INVALID',
      'at.format has no offset (XXX): give at.timezone, such as Europe/London or UTC',
    );
  }
}
