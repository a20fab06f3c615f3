import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the last migration leads to the schema as it is now (else: whetstone db new-migration NAME)', () => {
  const folder = join(import.meta.dirname, 'migrations');
  const last = readdirSync(folder).sort().at(-1) ?? '';
  const reached = readFileSync(join(folder, last, 'schema.prisma'), 'utf8');
  expect(readFileSync(join(import.meta.dirname, 'schema.prisma'), 'utf8')).toBe(reached);
});
