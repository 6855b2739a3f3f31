import { parse } from 'csv-parse/sync';
import { Fault, faultOf } from '../fault.js';
import { type Frame, LineFramer } from '../line-framer.js';
import { frameText } from '../raw-item.js';

/** One row of a table, or why it could not be read. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[] | Fault;
}

/** Bytes of a delimited table to rows of cells (RFC 4180 quoting, unquoted cells trimmed). Rows without any content are left out. */
export class RowReader {
  readonly #framer: LineFramer;

  constructor(private readonly delimiter: string) {
    this.#framer = new LineFramer(delimiter.charCodeAt(0));
  }

  push(chunk: Uint8Array): TableRow[] {
    return this.#rows(this.#framer.push(chunk));
  }

  end(): TableRow[] {
    return this.#rows(this.#framer.end());
  }

  #rows(frames: readonly Frame[]): TableRow[] {
    const texts = frames.map((frame) => faultOf(() => frameText(frame)));
    const quoted = this.#parseQuoted(texts);
    let next = 0;
    const rows = frames.flatMap(({ line }, i): TableRow[] => {
      const text = texts[i]!;
      if (text instanceof Fault) return [{ line, cells: text }];
      if (!text.includes('"')) return [{ line, cells: text.split(this.delimiter).map((cell) => cell.trim()) }];
      return quoted === null ? this.#alone(text, line) : [{ line, cells: quoted[next++]! }];
    });
    return rows.filter(({ cells }) => cells instanceof Fault || cells.some((cell) => cell !== ''));
  }

  /** All rows that hold quotes in one call, or null when one of them is broken. */
  #parseQuoted(texts: readonly (string | Fault)[]): string[][] | null {
    const quoted = texts.filter((text) => typeof text === 'string' && text.includes('"'));
    if (quoted.length === 0) return [];
    const rows = this.#parse(quoted.join('\n'));
    return rows?.length === quoted.length ? rows : null;
  }

  /** A row by itself; of a broken one that spans lines the first is refused and the others stand for themselves. */
  #alone(text: string, line: number): TableRow[] {
    const rows = this.#parse(text);
    if (rows?.length === 1) return [{ line, cells: rows[0]! }];
    const message = `line ${line} has a quote that is not closed or not doubled; quote the cell and double the quotes in it`;
    const broken = { line, cells: new Fault('MALFORMED', '', message) };
    const following = text.split('\n').map((each, i) => ({ text: each, line: line + i }));
    return [
      broken,
      ...following.slice(1).flatMap((each) => (each.text.trim() === '' ? [] : this.#alone(each.text, each.line))),
    ];
  }

  #parse(text: string): string[][] | null {
    try {
      return parse(text, { delimiter: this.delimiter, trim: true, relax_column_count: true, record_delimiter: '\n' });
    } catch {
      return null;
    }
  }
}
