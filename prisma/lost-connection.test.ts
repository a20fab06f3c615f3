import { expect, test } from 'vitest';
import { lostConnection } from './lost-connection.ts';

const wrapped = (inner: object, code = 'P2010') =>
  Object.assign(new Error('Raw query failed', { cause: new Error('by somebody else') }), {
    code,
    meta: { driverAdapterError: Object.assign(new Error('driver'), { cause: inner }) },
  });

test.each([
  ['a server that shuts down', wrapped({ kind: 'postgres', code: '57P03', originalCode: '57P03' })],
  ['one that is not there', wrapped({ kind: 'DatabaseNotReachable', host: '/socket' }, 'P1001')],
  ['one that hung up', wrapped({ kind: 'ConnectionClosed' })],
  ['a socket that is gone', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
  [
    'either in what somebody threw for it',
    new Error('no session', { cause: wrapped({ kind: 'SocketTimeout' }) }),
  ],
])('%s was away', (_, error) => {
  expect(lostConnection(error)).toBe(true);
});

test.each([
  ['a defect', new TypeError('x is undefined')],
  [
    'a row that is there twice',
    wrapped({ kind: 'UniqueConstraintViolation', originalCode: '23505' }, 'P2002'),
  ],
  ['a column that is missing', wrapped({ kind: 'postgres', code: '42703' })],
  ['a file that is missing', Object.assign(new Error('open'), { code: 'ENOENT', syscall: 'open' })],
  ['nothing at all', undefined],
])('%s is no matter of the connection', (_, error) => {
  expect(lostConnection(error)).toBe(false);
});

test('an error that is its own cause comes to an end', () => {
  const error = new Error('round');
  error.cause = error;
  expect(lostConnection(error)).toBe(false);
});
