// From a fresh clone to a running demo, test run or benchmark: installs, builds, runs. Plain JavaScript without packages,
// since it runs before there are any.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = [20, 19];
const LOCK_STAMP = 'node_modules/.rapport-lock-hash';
const BUILD_STAMP = 'dist/.build-stamp';
const JEST = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];

const commands = { demo, test, bench };

/** The signal that asked us to end, if any. */
let interruption;

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]) {
  process.chdir(ROOT);
  if (!nodeIsRecent())
    return fail(`Rapport needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}.`);
  const command = commands[name];
  if (command === undefined)
    return fail(`Usage: node src/bootstrap.mjs ${Object.keys(commands).join('|')} [arguments]`);
  if (!(await installPackages()))
    return fail('The dependencies could not be installed (npm ci failed; its output is above).');
  return command(args);
}

async function demo(args) {
  if (!(await build())) return fail('The build failed (the errors are above).');
  return node(['dist/cli/main.js', 'demo', ...args]);
}

async function bench(args) {
  if (!(await build())) return fail('The build failed (the errors are above).');
  return node(['test/bench/main.mjs', ...args]);
}

async function test(args) {
  const built = await build();
  const steps = [
    ['build', built],
    [
      'type check',
      (await step('Checking types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit'])) === 0,
    ],
    [
      'lint',
      (await step('Linting', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'])) === 0,
    ],
  ];
  const runs = [
    await jest(['unit', 'architecture'], [], args),
    await jest(['integration', 'e2e'], ['--runInBand'], args),
  ];
  return report(steps, runs);
}

/** Prints what is left to do, what went wrong outside tests, and the totals as the last line; returns the exit code. */
function report(steps, runs) {
  const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
  const broken = steps.filter(([, succeeded]) => !succeeded).map(([name]) => name);
  const passed = sum('passed');
  const failed = sum('failed') + broken.length;
  if (broken.length > 0) say(`Failed outside the tests: ${broken.join(', ')}.`);
  if (sum('open') > 0) say(`${sum('open')} tests are to do or were left out.`);
  if (passed + failed === 0) say('No test ran.');
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** Runs Jest on some projects. A suite that could not run, or a run that failed without a failed test, counts as one failure each. */
async function jest(projects, options, args) {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-jest-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const output = join(folder, 'results.json');
  const own = ['--selectProjects', ...projects, '--json', `--outputFile=${output}`, ...options];
  const given = args.length > 0 ? ['--passWithNoTests', ...args] : [];
  const code = await step(`Testing: ${projects.join(' and ')}`, [
    ...JEST,
    ...own,
    ...(process.env.CI ? ['--ci'] : []),
    ...given,
  ]);
  const results = existsSync(output) ? JSON.parse(readFileSync(output, 'utf8')) : undefined;
  if (results === undefined) return { passed: 0, failed: code === 0 ? 0 : 1, open: 0 };
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return {
    passed: results.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    open: results.numPendingTests + results.numTodoTests,
  };
}

async function installPackages() {
  const hash = hashOf(['package-lock.json']);
  if (stamped(LOCK_STAMP, hash)) return true;
  if (!installedAsLocked()) {
    say(
      existsSync('node_modules')
        ? 'Dependencies are out of date: installing them (npm ci).'
        : 'Installing dependencies (npm ci), once.',
    );
    if ((await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'])) !== 0) return false;
  }
  writeFileSync(LOCK_STAMP, hash);
  return true;
}

/** Whether npm's own record of node_modules has every package of the lock file in its version. */
function installedAsLocked() {
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const { packages: installed } = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8'));
  const { packages: locked } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  return Object.entries(locked).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    return installed[path] === undefined ? Boolean(optional || devOptional) : installed[path].version === version;
  });
}

async function build() {
  const sources = filesBelow('src').filter((file) => !file.startsWith(join('src', 'explorer')));
  const settings = readdirSync('.').filter((name) => /^tsconfig.*\.json$/.test(name));
  const hash = hashOf([...sources, ...settings.sort(), 'package.json', 'package-lock.json']);
  if (stamped(BUILD_STAMP, hash)) return true;
  say('Building.');
  rmSync('dist', { recursive: true, force: true });
  if ((await node(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'])) !== 0) return false;
  writeFileSync(BUILD_STAMP, hash);
  return true;
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(ROOT, entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function stamped(file, hash) {
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

async function step(what, args) {
  say(`${what}.`);
  const code = await node(args);
  if (interruption !== undefined) process.exit(128 + constants.signals[interruption]);
  return code;
}

function node(args) {
  return run(process.execPath, args);
}

/** Runs npm: the one that started us, when it did. */
function npm(args) {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? node([script, ...args]) : run('npm', args, { shell: process.platform === 'win32' });
}

/** Runs a program in our terminal, hands it the signals we get, and returns its exit code. */
function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options });
    const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => [signal, () => passOn(child, signal)]);
    for (const [signal, handler] of handlers) process.on(signal, handler);
    const finish = (code) => {
      for (const [signal, handler] of handlers) process.off(signal, handler);
      resolve(code);
    };
    child.on('error', (error) => finish(fail(`${program} could not be run: ${error.message}`)));
    child.on('exit', (code, signal) => finish(code ?? 128 + constants.signals[signal]));
  });
}

/** A terminal sends Ctrl-C to the whole group, so the child has had it already. */
function passOn(child, signal) {
  interruption = signal;
  if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
}

function nodeIsRecent() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

function say(message) {
  console.error(`rapport: ${message}`);
}

function fail(message) {
  say(message);
  return 1;
}
