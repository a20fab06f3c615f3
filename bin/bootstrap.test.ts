import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let root: string;

/** A copy of the repository as far as bootstrap looks at it, with an npm that does what the test says. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'whetstone-bootstrap-'));
  mkdirSync(join(root, 'bin'));
  copyFileSync(join(import.meta.dirname, 'bootstrap.mjs'), join(root, 'bin/bootstrap.mjs'));
  write('.node-version', `${process.versions.node}\n`);
  write('bin/whetstone.ts', 'console.log("verb", ...process.argv.slice(2)); process.exit(7);');
  write(
    'package-lock.json',
    lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { optional: true } }),
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

function lock(packages: Record<string, object>): string {
  return JSON.stringify({ packages: { '': {}, ...packages } });
}

function bootstrap(npm: string) {
  write(
    'npm.js',
    `require('fs').appendFileSync(__dirname + '/asked', process.argv.slice(2).join(' ') + '\\n');${npm}`,
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/bootstrap.mjs'), 'grade', 'x'],
    {
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin', npm_execpath: join(root, 'npm.js'), NODE_ENV: 'test' },
    },
  );
  return { status, stdout, stderr };
}

const asked = () => readFileSync(join(root, 'asked'), 'utf8');

const installs = `
  require('fs').mkdirSync(__dirname + '/node_modules', { recursive: true });
  require('fs').writeFileSync(__dirname + '/node_modules/.package-lock.json',
    JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));`;

test('missing packages are installed, with the step told, and the verb gets output and exit code to itself', () => {
  const { status, stdout, stderr } = bootstrap(installs);
  expect({ status, stdout }).toEqual({ status: 7, stdout: 'verb grade x\n' });
  expect(stderr).toMatch(/ {2}✓ install the packages {2}\d+\.\d s/);
  expect(asked()).toMatch(/^install --prefix .* --no-save/);
});

test('with everything there nothing is asked of npm and nothing is said', () => {
  write('node_modules/.package-lock.json', lock({ 'node_modules/a': { version: '1.0.0' } }));
  expect(bootstrap('process.exit(1)')).toEqual({ status: 7, stdout: 'verb grade x\n', stderr: '' });
});

test('a package of another version than the locked one is replaced', () => {
  write('node_modules/.package-lock.json', lock({ 'node_modules/a': { version: '0.9.0' } }));
  expect(bootstrap(installs).status).toBe(7);
});

test.each(['', '{"packages": {"node_mod'])(
  'packages whose list was cut short by a power cut (%j) are installed anew',
  (list) => {
    write('node_modules/.package-lock.json', list);
    expect(bootstrap(installs)).toMatchObject({ status: 7, stdout: 'verb grade x\n' });
    expect(asked()).toMatch(/^install /);
  },
);

test.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ETIMEDOUT'])(
  'without a network (%s) it says what to do',
  (code) => {
    const { status, stdout, stderr } = bootstrap(`console.error('npm error code ${code}'); process.exit(1);`);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(
      `The npm registry cannot be reached (${code}). The first start needs the network`,
    );
    expect(stderr).toContain('What to do: connect, or tell npm its proxy');
  },
);

test.each([
  ['npm error code ENOSPC', /The disk is full/],
  ['npm error code EACCES', /npm may not write to .*chown/],
  ['npm error something new', /npm failed; .*\n\nnpm error something new/],
])('%s is told with what to do', (said, told) => {
  const { status, stderr } = bootstrap(`console.error(${JSON.stringify(said)}); process.exit(1);`);
  expect(status).toBe(2);
  expect(stderr).toMatch(told);
});

test('an npm that says it is done and is not is caught', () => {
  const { status, stderr } = bootstrap('');
  expect(status).toBe(2);
  expect(stderr).toContain('npm did not install what package-lock.json asks for');
});

test('on another Node than the pinned one, that one is brought by npm into the folder', () => {
  write('.node-version', '24.99.0\n');
  const { status, stderr } = bootstrap(`console.error('npm error code ETARGET'); process.exit(1);`);
  expect(status).toBe(2);
  expect(stderr).toContain('… bring Node 24.99.0');
  expect(asked()).toMatch(/install --prefix .*\.toolchain .* node@npm:node(-bin)?-\w+-\w+@24\.99\.0/);
});

test('what an installation left that was killed is removed, and begun anew', () => {
  write('node_modules/a/package.json', '{"version": "1.0.0"}');
  bootstrap('process.kill(process.ppid, "SIGKILL");');
  const { status } = bootstrap(
    `if (require('fs').existsSync(__dirname + '/node_modules/a')) process.exit(1);${installs}`,
  );
  expect(status).toBe(7);
});

test('an installation that fails by itself leaves what npm has put back', () => {
  write('node_modules/a/package.json', '{"version": "1.0.0"}');
  bootstrap('process.exit(1);');
  const { status } = bootstrap(
    `if (!require('fs').existsSync(__dirname + '/node_modules/a')) process.exit(1);${installs}`,
  );
  expect(status).toBe(7);
});
