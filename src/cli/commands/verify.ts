import type { Command } from 'commander';
import { EXIT } from '../outcome.js';
import { type CommonOptions, openSession, withApp } from '../session.js';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('recompute published numbers in Cypher and name every difference')
    .option('--quiet', 'no messages')
    .option('--json', 'the outcome as one JSON object')
    .addHelpText('after', '\nExamples:\n  rapport verify\n  rapport verify --json')
    .action(async (options: CommonOptions) => {
      const session = openSession(options);
      const { terminal } = session;
      const { checked, differences } = await withApp(session, (app) =>
        app.verifyScores.verify((twin) => terminal.step(`Recomputing: ${twin}`)).finally(() => terminal.step(null)),
      );
      if (options.json) terminal.json({ checked, differences });
      else {
        const counts = Object.entries(checked).map(([what, count]) => `${count} ${what}`);
        terminal.data(`checked ${counts.join(', ')}: ${differences.length} differences`);
        for (const { what, who, stored, recomputed } of differences.slice(0, 20))
          terminal.data(`  ${what} of ${who.join(' → ')}: stored ${stored}, recomputed ${recomputed}`);
      }
      process.exitCode = differences.length === 0 ? EXIT.ok : EXIT.unexpected;
    });
}
