import { expect, test } from 'vitest';
import type { ConfinementLayers } from '#judge/confine.ts';
import { exitCodeOf } from './finding.ts';
import { tellLayers } from './sandbox.ts';

const whole: ConfinementLayers = {
  bubblewrap: true,
  namespaces: true,
  seccomp: true,
  noNewPrivileges: true,
  noCapabilities: true,
  rlimits: true,
  nodePermission: true,
  cgroup: 2,
  trouble: null,
  missing: null,
};

const names = {
  bubblewrap: 'bubblewrap',
  namespaces: 'namespaces',
  seccomp: 'seccomp',
  noNewPrivileges: 'no-new-privs',
  noCapabilities: 'capabilities',
  rlimits: 'rlimits',
  nodePermission: 'permission',
} as const;

const told = (layers: Partial<ConfinementLayers>) => {
  const findings = tellLayers({ ...whole, ...layers });
  const not = findings.filter(({ state }) => state !== 'good');
  return { not: not.map(({ name, state }) => `${name} ${state}`), code: exitCodeOf(findings), findings };
};

test('where every layer stands nothing is complained of, and doctor ends with 0', () => {
  expect(told({})).toMatchObject({ not: [], code: 0 });
});

test.each(Object.entries(names))('without %s, doctor says so in its line and ends with 1', (layer, name) => {
  expect(told({ [layer]: false })).toMatchObject({ not: [`${name} bad`], code: 1 });
});

test('where no process can be confined, every line says so, with the reason and what to install', () => {
  const none = Object.fromEntries(Object.keys(names).map((layer) => [layer, false]));
  const trouble = 'bubblewrap is not installed: nothing can be run safely';
  const { not, code, findings } = told({ ...none, trouble, missing: 'bubblewrap', cgroup: null });
  expect(not).toEqual(['sandbox bad', ...Object.values(names).map((name) => `${name} bad`), 'cgroup note']);
  expect(code).toBe(1);
  expect(findings[0]?.text).toMatch(/^bubblewrap is not installed.* · nothing is judged here/);
});

test.each([
  [1, 'good', 'version 1 bounds'],
  [2, 'good', 'version 2 bounds'],
  [null, 'note', 'none can be made: the supervisor alone'],
] as const)('cgroups of version %s are told, and their lack is no failure', (cgroup, state, text) => {
  const { findings, code } = told({ cgroup });
  expect(findings.find(({ name }) => name === 'cgroup')).toMatchObject({
    state,
    text: expect.stringContaining(text),
  });
  expect(code).toBe(0);
});
