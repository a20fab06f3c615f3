import { expect, test } from 'vitest';
import { doorTo, wayBack } from './way-back.ts';

const from = (address: string) => new URL(address, 'http://site.test').searchParams.get('from');

test.each(['/practice', '/problems/prune', '/questions?q=KV cache&topic=推理'])(
  'who signs up from %s comes back to it',
  (path) => {
    const back = new URL(wayBack('zh', from(doorTo('sign-up', 'zh', path))), 'http://site.test');
    expect(decodeURI(back.pathname)).toBe(new URL(`/zh${path}`, 'http://site.test').pathname);
    expect([...back.searchParams]).toEqual([...new URL(path, 'http://site.test').searchParams]);
  },
);

test('who changes the language on the way comes back in it', () => {
  expect(wayBack('zh', '/en/practice')).toBe('/zh/practice');
});

test.each([
  undefined,
  '',
  ['/practice', '/mock'],
  'practice',
  'https://evil.example/',
  '//evil.example/practice',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/en/sign-up?from=/en/sign-in',
  '/zh/sign-in',
  '/api/auth/sign-out',
])('%j is no page here to come back to', (claimed) => {
  expect(wayBack('en', claimed)).toBe('/en/problems');
});

test.each(['/..//evil.example', '/en/..//evil.example', '/./\\evil.example', '/en//evil.example'])(
  '%s stays on this site',
  (claimed) => {
    expect(wayBack('en', claimed)).toMatch(/^\/en\/evil\.example|^\/en\/problems$/);
  },
);
