import { isUtf8 } from 'node:buffer';
import { Fault } from './fault.js';
import { MAX_RECORD_BYTES } from './limits.js';
import type { Frame } from './line-framer.js';

/** A decoded JSON object or table row whose fields nobody has looked at. */
export type RawObject = Readonly<Record<string, unknown>>;

/** One record of a file before anybody looked at its fields, or why it could not even be read. */
export interface RawItem {
  /** Line of the file it begins on, from 1. */
  readonly line: number;
  /** A decoded value, or a Fault. */
  readonly raw: unknown;
}

/** Text of a frame. Throws a Fault for one that is too large or not UTF-8. */
export function frameText({ line, bytes }: Frame): string {
  if (bytes === null) {
    throw new Fault('RECORD_TOO_LARGE', '', `line ${line} is longer than ${MAX_RECORD_BYTES} bytes and was skipped`);
  }
  const text = bytes.toString('utf8');
  if (text.includes('\ufffd') && !isUtf8(bytes)) {
    throw new Fault('MALFORMED', '', `line ${line} is not valid UTF-8; save the file as UTF-8`);
  }
  return text;
}
