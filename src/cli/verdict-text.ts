import type { Reject, Verdict } from '../domain/verdict.js';

const SHOWN = 10;

/** What became of an import, and why of its first rejects. */
export function describeVerdict(verdict: Verdict): string {
  const { received, stored, duplicate, ignored, rejected, unresolved, mismatched, rejects } = verdict;
  return [
    `received ${received}: stored ${stored}, duplicate ${duplicate}, ignored ${ignored}, rejected ${rejected}`,
    `unresolved ${unresolved} (waiting for the message they name), mismatched ${mismatched}`,
    ...describeRejects(rejects, rejected),
  ].join('\n');
}

/** The first ten of `rejects`, a line each, and how many of `rejected` are not shown. */
export function describeRejects(rejects: readonly Reject[], rejected: number): string[] {
  const shown = rejects.slice(0, SHOWN).map(describeReject);
  if (rejected <= shown.length) return shown;
  return [...shown, `  … and ${rejected - shown.length} more; --rejects <file> writes them all`];
}

function describeReject({ line, index, code, path, message }: Reject): string {
  return `  ${line ? `line ${line}` : `record ${index}`}: ${code} ${path}: ${message}`;
}
