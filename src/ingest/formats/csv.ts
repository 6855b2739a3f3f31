import type { KindRegistry } from '../../domain/interaction-kind.js';
import { RapportError } from '../../errors.js';
import { Fault, faultOf } from '../fault.js';
import { guessMapping, type MappingGuess } from '../guess-mapping.js';
import { MAX_RECORD_BYTES } from '../limits.js';
import type { Mapping } from '../mapping.js';
import { type ByteSource, peek } from '../peek.js';
import type { RawItem, RawObject } from '../raw-item.js';
import { compileTable, type RowMapper } from '../table.js';
import { RowReader, type TableRow } from './csv-rows.js';

const DELIMITERS = [',', ';', '\t'];
const SAMPLE_ROWS = 100;

export interface CsvOptions {
  readonly kinds: KindRegistry;
  /** Kind of rows that name none. */
  readonly kind?: string | undefined;
  /** Guessed from the header row when absent. */
  readonly mapping?: Mapping | undefined;
  /** Told the guess before the first record. */
  readonly onMapping?: ((guess: MappingGuess) => void) | undefined;
}

/**
 * Raw records of a table with a header row, some at a time. A ragged or broken row is refused by itself. Throws RapportError
 * FORMAT_INVALID for a table whose columns cannot be told, CONFIG_INVALID for a mapping that does not fit it.
 */
export async function* readCsv(source: ByteSource, options: CsvOptions): AsyncGenerator<RawItem[]> {
  const { head, whole } = await peek(source, MAX_RECORD_BYTES + 1);
  const delimiter = detectDelimiter(head);
  const preview = new RowReader(delimiter);
  const [header, ...sample] = [...preview.push(head), ...preview.end()].slice(0, SAMPLE_ROWS);
  if (header === undefined) return void (await drain(whole));
  const headers = headerCells(header);
  const mapper = compileTable(options.mapping ?? guess(headers, sample, options), headers, options.kinds, options.kind);
  const toItems = (row: TableRow) => (row.line === header.line ? [] : itemsOf(row, headers.length, mapper));
  const reader = new RowReader(delimiter);
  for await (const chunk of whole) yield reader.push(chunk).flatMap(toItems);
  yield reader.end().flatMap(toItems);
}

/** Reads to the end, for what the source throws. */
async function drain(source: ByteSource): Promise<void> {
  for await (const _ of source);
}

/** The one of comma, semicolon and tab that the first line has most of outside quotes. */
export function detectDelimiter(head: Buffer): string {
  const line = head
    .toString('utf8')
    .trimStart()
    .split('\n', 1)[0]!
    .replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

function headerCells({ cells }: TableRow): readonly string[] {
  if (cells instanceof Fault)
    throw new RapportError('FORMAT_INVALID', `the header row cannot be read: ${cells.message}`);
  if (cells.some((cell) => cell.includes('\0')))
    throw new RapportError('FORMAT_INVALID', 'the header row holds NUL characters, as UTF-16 does; save it as UTF-8');
  return cells;
}

function guess(headers: readonly string[], sample: readonly TableRow[], options: CsvOptions): Mapping {
  const rows = sample.flatMap(({ cells }) => (cells instanceof Fault ? [] : [cells]));
  const found = guessMapping(headers, rows, options.kind);
  options.onMapping?.(found);
  return found.mapping;
}

function itemsOf({ line, cells }: TableRow, columns: number, mapper: RowMapper): RawItem[] {
  const raws = faultOf(() => mapper(fitting(cells, columns, line)));
  return raws instanceof Fault ? [{ line, raw: raws }] : raws.map((raw: RawObject) => ({ line, raw }));
}

function fitting(cells: readonly string[] | Fault, columns: number, line: number): readonly string[] {
  if (cells instanceof Fault) throw cells;
  const surplus = cells.slice(columns).some((cell) => cell !== '');
  if (cells.length >= columns && !surplus) return cells;
  throw new Fault(
    'MALFORMED',
    '',
    `line ${line} has ${cells.length} cells where the header has ${columns}; quote cells that hold the delimiter`,
  );
}
