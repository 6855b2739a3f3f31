import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { IMPORT_RULES, PLANTED } from './import-rules.js';

const ROOT = resolve('.');

async function check(baseDir: string): Promise<ICruiseResult> {
  const { output } = await cruise(['src'], {
    baseDir,
    parser: 'swc',
    tsPreCompilationDeps: 'specify',
    validate: true,
    ruleSet: { forbidden: [...IMPORT_RULES] },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/explorer/' },
  });
  return output as ICruiseResult;
}

describe('imports between layers', () => {
  let copy: string;
  let found: readonly { readonly rule: string; readonly from: string }[];

  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'rapport-layers-'));
    cpSync(join(ROOT, 'src'), join(copy, 'src'), { recursive: true });
    for (const name of ['package.json', 'tsconfig.json']) cpSync(join(ROOT, name), join(copy, name));
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    for (const { rule, layer, text } of PLANTED)
      writeFileSync(join(copy, plantedFile(rule, layer)), `${text}\nexport {};\n`);
    writeFileSync(join(copy, 'src/domain/planted-no-cycles-back.ts'), "import './planted-no-cycles.js';\nexport {};\n");
    found = (await check(copy)).summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('follow the rules in every module', async () => {
    const { summary } = await check(ROOT);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(120);
  });

  it('have a planted violation for every rule', () => {
    expect(new Set(PLANTED.map(({ rule }) => rule))).toEqual(new Set(IMPORT_RULES.map(({ name }) => name)));
  });

  it.each(PLANTED)('that break $rule are found', ({ rule, layer }) => {
    const start = plantedFile(rule, layer).replace('.ts', '');
    expect(found.filter((violation) => violation.rule === rule && violation.from.startsWith(start))).not.toEqual([]);
  });
});

function plantedFile(rule: string, layer: string): string {
  return `src/${layer}/planted-${rule}.ts`;
}
