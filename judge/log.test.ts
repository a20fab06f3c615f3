import { expect, test } from 'vitest';
import { jsonLog, type LogOptions, logWith } from './log.ts';

function written(options: LogOptions = {}) {
  const lines: string[] = [];
  const log = jsonLog({ write: (text) => lines.push(text) }, { now: () => new Date(0), ...options });
  return { log, lines };
}

test('a line is one object of JSON on one line, with time, level and message first', () => {
  const { log, lines } = written({ always: { service: 'judge' } });
  logWith(log, { request: 'abc' })('info', 'graded\nforged', { verdict: 'AC' });
  expect(lines).toEqual([
    '{"time":"1970-01-01T00:00:00.000Z","level":"info","message":"graded\\nforged","service":"judge","request":"abc","verdict":"AC"}\n',
  ]);
});

test('what is below the level is not written', () => {
  const { log, lines } = written({ level: 'warn' });
  log('info', 'no');
  log('error', 'yes');
  expect(lines).toHaveLength(1);
});

test('secrets are taken out wherever they stand', () => {
  const { log, lines } = written();
  const cause = Object.assign(new Error('connect postgres://whetstone:hunter2@db:5432/w failed'), {
    name: 'Error',
  });
  const validation = Object.assign(
    new Error('Invalid call\n{ source: "export SECRETSOURCE" }\nUnknown argument `x`.'),
    {
      name: 'PrismaClientValidationError',
    },
  );
  log('error', 'Key (email)=(ada.l+x@example.org) exists', {
    cause: new Error('Bearer wst_abcdefgh', { cause: [cause, validation] }),
    source: 'export SECRETSOURCE',
    headers: { cookie: 'better-auth.session_token=abcdefgh' },
    said: 'better-auth.session_token=abcdefgh; GET /x?token=abcdefgh wst_abcdefgh',
  });
  const text = lines.join('');
  for (const secret of ['hunter2', 'example.org', 'abcdefgh', 'SECRETSOURCE'])
    expect(text).not.toContain(secret);
  expect(text).toContain('Unknown argument');
  expect(text).toContain('db:5432');
});

test('a cycle, a million items and a text of a megabyte make a line all the same', () => {
  const { log, lines } = written();
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  log('warn', 'x', {
    cycle,
    long: 'x'.repeat(2 ** 20),
    many: Array.from({ length: 1e6 }, () => 1),
    big: 10n,
  });
  expect(lines[0]?.length).toBeLessThan(6000);
});
