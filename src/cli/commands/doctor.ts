import type { Command } from 'commander';
import pc from 'picocolors';
import { examine } from '../../operations.js';
import type { Finding } from '../../service/check-health.js';
import { EXIT } from '../outcome.js';
import { type CommonOptions, openSession } from '../session.js';

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check Node, the database and the scores; every line with the command that mends it')
    .option('--quiet', 'no messages')
    .option('--json', 'the findings as one JSON list')
    .addHelpText('after', '\nExamples:\n  rapport doctor\n  rapport doctor --json | jq')
    .action(async (options: CommonOptions) => {
      const { config, terminal } = openSession(options);
      const findings = [checkNode(), ...(await examine(config))];
      if (options.json) terminal.json(findings);
      else terminal.data(findings.map(describe).join('\n'));
      process.exitCode = exitCode(findings);
    });
}

function checkNode(): Finding {
  const [major, minor] = process.versions.node.split('.').map(Number) as [number, number];
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { check: 'Node', ok, finding: process.versions.node, fix: ok ? null : 'install Node 20.19 or later' };
}

function describe({ check, ok, finding, fix }: Finding): string {
  return `${ok ? pc.green('ok  ') : pc.red('FAIL')} ${check.padEnd(24)} ${finding}${fix === null ? '' : `\n       fix: ${fix}`}`;
}

function exitCode(findings: readonly Finding[]): number {
  const failed = findings.filter(({ ok }) => !ok);
  if (failed.length === 0) return EXIT.ok;
  return failed.some(({ check }) => check.startsWith('Neo4j reachable')) ? EXIT.database : EXIT.unexpected;
}
