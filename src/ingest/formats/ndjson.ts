import { Fault, faultOf } from '../fault.js';
import { isDeeperThan } from '../json-depth.js';
import { MAX_JSON_DEPTH } from '../limits.js';
import { type Frame, LineFramer } from '../line-framer.js';
import type { ByteSource } from '../peek.js';
import { frameText, type RawItem } from '../raw-item.js';

/** Records of a file with one JSON value a line, some at a time; blank lines are no records, and a bad line stops nothing. */
export async function* readNdjson(source: ByteSource): AsyncGenerator<RawItem[]> {
  const framer = new LineFramer(null);
  for await (const chunk of source) yield framer.push(chunk).map(toItem);
  yield framer.end().map(toItem);
}

function toItem(frame: Frame): RawItem {
  return { line: frame.line, raw: faultOf(() => decode(frame)) };
}

function decode(frame: Frame): unknown {
  const text = frameText(frame);
  const raw = parseJson(text, frame.line);
  // Sixty-five brackets to open and to close do not fit into less.
  if (text.length > 2 * MAX_JSON_DEPTH && isDeeperThan(raw, MAX_JSON_DEPTH)) {
    throw new Fault('MALFORMED', '', `line ${frame.line} is nested deeper than ${MAX_JSON_DEPTH} levels`);
  }
  return raw;
}

function parseJson(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The engine's message quotes the line, which may hold private text: only the position is passed on.
    const position = /at position (\d+)/.exec(String(error))?.[1];
    const where = position === undefined ? '' : ` (at character ${Number(position) + 1})`;
    throw new Fault('MALFORMED', '', `line ${line} is not valid JSON${where}; one JSON object a line is expected`);
  }
}
