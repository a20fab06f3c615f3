import { afterEach, expect, test, vi } from 'vitest';
import { shareSubmission } from './submission-client.ts';

vi.mock('#app/_session/auth-client.ts', () => ({ ensureSignedIn: async () => undefined }));
afterEach(() => {
  vi.unstubAllGlobals();
});

test('that code is no longer to be read by others counts as done only where the server says so', async () => {
  const answers = [() => new Response('{}'), () => new Response('{}', { status: 500 })];
  for (const [index, answer] of answers.entries()) {
    vi.stubGlobal('fetch', async () => answer());
    expect(await shareSubmission('an-id', false)).toBe(index === 0);
  }
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  expect(await shareSubmission('an-id', false)).toBe(false);
});
