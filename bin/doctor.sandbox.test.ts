import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bareEnvironment } from '#tests/harness/bare-environment.ts';
import type { Finding } from './doctor/finding.ts';

const walls = [
  'bubblewrap',
  'namespaces',
  'seccomp',
  'no-new-privs',
  'capabilities',
  'rlimits',
  'permission',
];

const order = ['tensorflow', 'webgpu', 'wasm', 'cpu'];

test('doctor has a line for each layer of the sandbox, for people and for programs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  const doctor = (...args: string[]) =>
    spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'whetstone.ts'), 'doctor', ...args],
      { encoding: 'utf8', env: bareEnvironment({ WHETSTONE_DATA: folder }) },
    );
  const { stdout, stderr } = doctor('--json');
  const findings = JSON.parse(stdout) as Finding[];
  const sandbox = findings.filter(({ name }) => ['sandbox', ...walls, 'supervisor'].includes(name));
  expect(stderr).toBe('');
  expect(new Set(sandbox.map(({ name }) => name))).toEqual(new Set(['sandbox', ...walls, 'supervisor']));
  expect(sandbox.filter(({ state }) => state !== 'good')).toEqual([]);
  // What computes expected outputs, why nothing better does, and how exact it is.
  const told = Object.fromEntries(findings.map(({ name, text }) => [name, text]));
  expect(told['reference']).toMatch(/^expected outputs are computed by \w+ on .+, the best that is here$/);
  const [, used = ''] = /computed by (\w+)/.exec(told['reference'] ?? '') ?? [];
  const better = order.slice(0, order.indexOf(used));
  for (const name of better) expect(told[name]).toMatch(/^not used: /);
  expect(told['conformance']).toMatch(/operations agree .* rounding 0 · .*softmax \d/);
  const lines = doctor().stdout.trimEnd().split('\n');
  expect(lines.map((line) => line.split(/\s+/)[1])).toEqual(findings.map(({ name }) => name));
  rmSync(folder, { recursive: true });
});
