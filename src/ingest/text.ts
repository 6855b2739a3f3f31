import { Fault, quoted } from './fault.js';
import { MAX_LIST_LENGTH, MAX_TEXT_LENGTH } from './limits.js';

/** What is wrong with a text that shall be stored as it stands: control characters or half a surrogate pair. Null: nothing. */
export function textDefect(text: string): string | null {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || (unit >= 0x7f && unit <= 0x9f)) return `holds a control character at position ${i}`;
    if (unit < 0xd800 || unit > 0xdfff) continue;
    if (unit > 0xdbff || !isLowSurrogate(text.charCodeAt(i + 1))) return `holds half a surrogate pair at position ${i}`;
    i++;
  }
  return null;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** A short text such as a name; undefined when absent, null or blank. Throws a Fault. */
export function optionalText(value: unknown, path: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string')
    throw new Fault('FIELD_INVALID', path, `${path} must be a string, not ${quoted(value)}`);
  if (value.length > MAX_TEXT_LENGTH) {
    throw new Fault(
      'FIELD_INVALID',
      path,
      `${path} has ${value.length} characters; at most ${MAX_TEXT_LENGTH} are kept`,
    );
  }
  const defect = textDefect(value);
  if (defect !== null) throw new Fault('FIELD_INVALID', path, `${path} ${defect}; remove it`);
  return value.trim() === '' ? undefined : value;
}

/** A list of at most 50 entries, each read by `parse`; undefined when absent or null. Throws a Fault. */
export function optionalList<T>(
  value: unknown,
  path: string,
  parse: (entry: unknown, path: string) => T,
): T[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw new Fault('FIELD_INVALID', path, `${path} must be a list, not ${quoted(value)}`);
  if (value.length > MAX_LIST_LENGTH) {
    const code = path === 'tags' ? 'TOO_MANY_TAGS' : 'FIELD_INVALID';
    throw new Fault(code, path, `${path} has ${value.length} entries; at most ${MAX_LIST_LENGTH} are kept`);
  }
  return value.map((entry, i) => parse(entry, `${path}.${i}`));
}

/** A text that must be there. Throws a Fault. */
export function requiredText(value: unknown, path: string): string {
  const text = optionalText(value, path);
  if (text === undefined) throw new Fault('FIELD_INVALID', path, `${path} must be a non-empty string`);
  return text;
}
