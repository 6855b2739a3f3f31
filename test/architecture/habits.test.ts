import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = resolve('.');

/** A habit of the code base and the one way to break it that is looked for. */
interface Habit {
  readonly name: string;
  readonly breaks: (file: string, text: string) => boolean;
  readonly example: readonly [file: string, text: string];
}

const HABITS: readonly Habit[] = [
  {
    name: 'only config.ts reads the environment',
    breaks: (file, text) => file !== 'src/config.ts' && text.includes('process.env'),
    example: ['src/store/a.ts', 'process.env.X'],
  },
  {
    name: 'only the command line prints',
    breaks: (file, text) => !file.startsWith('src/cli/') && /\bconsole\.\w+\(/.test(text),
    example: ['src/store/a.ts', 'console.log(1)'],
  },
  {
    name: 'services know stores by type alone',
    breaks: (file, text) =>
      file.startsWith('src/service/') &&
      /import (?!type )[^;]*from '\.\.\/store\//.test(text.replaceAll(/import type [^;]*;/g, '')),
    example: ['src/service/a.ts', "import { PersonStore } from '../store/person-store.js';"],
  },
  {
    name: 'there are no barrels',
    breaks: (file) => basename(file) === 'index.ts',
    example: ['src/store/index.ts', ''],
  },
  {
    name: 'no file is a drawer',
    breaks: (file) => /(utils?|helpers?|common|manager)\.ts$/.test(file),
    example: ['src/store/utils.ts', ''],
  },
  {
    name: 'files are at most 300 lines',
    breaks: (_, text) => text.split('\n').length > 301,
    example: ['src/a.ts', '\n'.repeat(302)],
  },
  {
    name: 'file names are kebab-case',
    breaks: (file) => !/^[a-z0-9-]+(\.(type|resolver|input|loaders))?\.ts$/.test(basename(file)),
    example: ['src/a/PersonStore.ts', ''],
  },
  {
    name: 'relative imports end in .js',
    breaks: (_, text) => /from '\.{1,2}\/[^']*(?<!\.js)'/.test(text),
    example: ['src/a.ts', "import { x } from './b'"],
  },
  {
    name: 'no statement is written in TypeScript outside neo4j',
    breaks: (file, text) => !file.startsWith('src/neo4j/') && /['"`](MATCH|MERGE|UNWIND) ?[($]/.test(text),
    example: ['src/store/a.ts', "run('MATCH (n) RETURN n')"],
  },
];

const files = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(ROOT, join(entry.parentPath ?? entry.path, entry.name)));

describe('the habits of the code', () => {
  it('are looked for in many files', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it.each(HABITS)('$name', ({ breaks, example }) => {
    expect(breaks(...example)).toBe(true);
    expect(files.filter((file) => breaks(file, readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });
});
