import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readSecret } from './secret.ts';

let data: string;
beforeEach(() => {
  vi.stubEnv('BETTER_AUTH_SECRET', '');
  data = mkdtempSync(join(tmpdir(), 'secret-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(data, { recursive: true });
});

test.each([
  ['that is new', undefined],
  ['whose secret a power cut has left empty', ''],
])('in a folder %s one is made for us alone, and stays the same', (_, found) => {
  if (found !== undefined) writeFileSync(join(data, 'secret'), found);
  const secret = readSecret(data);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(readSecret(data)).toBe(secret);
  expect(readdirSync(data)).toEqual(['secret']);
  expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600);
});
