import { expect, test } from 'vitest';
import { withChange } from './use-query.ts';

test('a filter that is chosen stands in the address beside the others, one taken away is gone', () => {
  expect(withChange('', { topic: 'kv-cache' })).toBe('?topic=kv-cache');
  expect(withChange('?topic=kv-cache', { q: '剪枝' })).toBe(
    `?topic=kv-cache&q=${encodeURIComponent('剪枝')}`,
  );
  expect(withChange('?topic=kv-cache&q=x', { topic: '' })).toBe('?q=x');
  expect(withChange('?q=x', { q: '' })).toBe('');
});
