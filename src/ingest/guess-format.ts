import { RapportError } from '../errors.js';

export const FILE_FORMATS = ['ndjson', 'csv'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

const ENDINGS: Readonly<Record<string, FileFormat>> = {
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
};

/** Format by the name of a file (`.gz` is passed over), else by its first bytes. Throws RapportError FORMAT_INVALID for a JSON list. */
export function guessFormat(name: string | undefined, head: Uint8Array): FileFormat {
  const ending = name?.toLowerCase().replace(/\.gz$/, '').split('.').pop();
  const named = ENDINGS[ending ?? ''];
  if (named !== undefined) return named;
  const start = Buffer.from(head)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start.startsWith('[')) {
    throw new RapportError(
      'FORMAT_INVALID',
      'the file is one JSON list; write one object a line (jq -c ".[]" does) and import that',
    );
  }
  return start.startsWith('{') ? 'ndjson' : 'csv';
}
