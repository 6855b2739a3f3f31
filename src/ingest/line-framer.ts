import { MAX_RECORD_BYTES } from './limits.js';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;
const SPACE = 0x20;

/** The bytes of one record without its line end; null when it was too large and has been skipped. */
export interface Frame {
  /** Line of the file it begins on, from 1. */
  readonly line: number;
  readonly bytes: Buffer | null;
}

/**
 * Cuts bytes into records at newlines, holding back at most one record of 32 KB. With a delimiter it knows quoted fields, which may hold
 * newlines; a quote that is not closed within 32 KB costs its own line only. How the bytes are chunked makes no difference.
 */
export class LineFramer {
  #carry: Buffer = Buffer.alloc(0);
  #line = 1;
  #skipping = false;
  #atStart = true;

  /** `delimiter` of a table with quotes, as a byte; null where every newline ends a record. */
  constructor(private readonly delimiter: number | null) {}

  /** Records completed by this chunk, blank lines left out. */
  push(chunk: Uint8Array): Frame[] {
    return this.#cut(Buffer.concat([this.#carry, chunk]), false);
  }

  /** The last record, which may lack its line end. */
  end(): Frame[] {
    return this.#cut(this.#carry, true);
  }

  #cut(buffer: Buffer, final: boolean): Frame[] {
    const frames: Frame[] = [];
    let position = this.#skipMark(buffer, final);
    while (!this.#atStart && position < buffer.length) {
      const next = this.#skipping ? this.#skip(buffer, position) : this.#take(buffer, position, final, frames);
      if (next === position) break;
      position = next;
    }
    this.#carry = buffer.subarray(position);
    return frames;
  }

  /** Passes over a byte order mark, once three bytes are there to tell. */
  #skipMark(buffer: Buffer, final: boolean): number {
    if (!this.#atStart || (buffer.length < 3 && !final)) return 0;
    this.#atStart = false;
    return buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0;
  }

  /** Goes on to the end of a line that is too large. */
  #skip(buffer: Buffer, position: number): number {
    const end = buffer.indexOf(NEWLINE, position);
    if (end < 0) return buffer.length;
    this.#skipping = false;
    this.#line++;
    return end + 1;
  }

  #take(buffer: Buffer, position: number, final: boolean, frames: Frame[]): number {
    const limit = Math.min(buffer.length, position + MAX_RECORD_BYTES + 1);
    const whole = final || limit - position > MAX_RECORD_BYTES;
    const end = this.#endOf(buffer, position, limit, whole);
    if (end === null && !whole) return position;
    if (end === null && limit - position > MAX_RECORD_BYTES) return this.#refuse(limit, frames);
    const stop = end ?? buffer.length;
    const bytes = trimmed(buffer, position, stop);
    if (!isBlank(bytes)) frames.push({ line: this.#line, bytes });
    this.#line += 1 + (this.delimiter === null ? 0 : newlinesIn(buffer.subarray(position, stop)));
    return stop + (end === null ? 0 : 1);
  }

  #refuse(next: number, frames: Frame[]): number {
    frames.push({ line: this.#line, bytes: null });
    this.#skipping = true;
    return next;
  }

  /** Position of the newline that ends the record, or null. An unclosed quote in `whole` view ends at its first newline. */
  #endOf(buffer: Buffer, start: number, limit: number, whole: boolean): number | null {
    const newline = buffer.subarray(start, limit).indexOf(NEWLINE);
    const first = newline < 0 ? null : start + newline;
    if (this.delimiter === null) return first;
    const quote = buffer.subarray(start, first ?? limit).indexOf(QUOTE);
    if (quote < 0) return first;
    return quotedEnd(buffer, start, limit, this.delimiter) ?? (whole ? first : null);
  }
}

function quotedEnd(buffer: Buffer, start: number, limit: number, delimiter: number): number | null {
  let inQuotes = false;
  let atFieldStart = true;
  let closed = -1;
  for (let i = start; i < limit; i++) {
    const byte = buffer[i];
    if (inQuotes && byte !== QUOTE) continue;
    if (byte === NEWLINE) return i;
    if (byte === QUOTE) {
      // A quote right after a closing one is an escaped quote: the field goes on.
      const opens: boolean = !inQuotes && (atFieldStart || closed === i - 1);
      if (inQuotes) closed = i;
      inQuotes = opens;
    }
    atFieldStart = byte === delimiter || (atFieldStart && byte === SPACE);
  }
  return null;
}

function newlinesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

function trimmed(buffer: Buffer, start: number, end: number): Buffer {
  return buffer.subarray(start, end > start && buffer[end - 1] === RETURN ? end - 1 : end);
}

function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte !== SPACE && byte !== 0x09 && byte !== RETURN) return false;
  return true;
}
