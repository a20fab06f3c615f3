import { expect, test } from 'vitest';
import { createRegistry } from './exposition.ts';

test('counters start at zero, and count by label', () => {
  const registry = createRegistry();
  const kills = registry.counter('kills_total', 'Kills.', [{ cause: 'cpu' }, { cause: 'wall' }]);
  kills.inc({ cause: 'cpu' });
  kills.inc({ cause: 'cpu' }, 2);
  expect(registry.text()).toBe(
    '# HELP kills_total Kills.\n# TYPE kills_total counter\nkills_total{cause="cpu"} 3\nkills_total{cause="wall"} 0\n',
  );
});

test('a histogram tells how many lie below each bound, all of them, and their sum', () => {
  const registry = createRegistry();
  const seconds = registry.histogram('stage_seconds', 'Time.', [0.1, 1]);
  for (const value of [0.05, 0.1, 0.5, 3]) seconds.observe({ stage: 'compile' }, value);
  expect(registry.text().split('\n').slice(2, -1)).toEqual([
    'stage_seconds_bucket{stage="compile",le="0.1"} 2',
    'stage_seconds_bucket{stage="compile",le="1"} 3',
    'stage_seconds_bucket{stage="compile",le="+Inf"} 4',
    'stage_seconds_sum{stage="compile"} 3.65',
    'stage_seconds_count{stage="compile"} 4',
  ]);
});

test('a label that a stranger chose cannot forge a line', () => {
  const registry = createRegistry();
  registry.counter('asked_total', 'Asked.').inc({ route: 'a"} 1\nforged_total 99\\' });
  expect(registry.text().split('\n')).toHaveLength(4);
  expect(registry.text()).toContain('asked_total{route="a\\"} 1\\nforged_total 99\\\\"} 1');
});

test('a gauge is asked when it is read', () => {
  const registry = createRegistry();
  let depth = 1;
  registry.gauge('depth', 'Depth.', () => [{ value: depth }]);
  depth = 5;
  expect(registry.text()).toContain('\ndepth 5\n');
});
