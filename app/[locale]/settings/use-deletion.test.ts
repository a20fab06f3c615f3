import { expect, test, vi } from 'vitest';
import { authClient } from '#app/_session/auth-client.ts';
import { useDeletion } from './use-deletion.client.ts';

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: vi.fn(), refresh: vi.fn() }) }));
vi.mock('#app/_session/auth-client.ts', async (original) => ({
  ...(await original<object>()),
  authClient: { deleteUser: vi.fn() },
}));

const refusal = (code: string) => ({ data: null, error: { code } }) as never;

test('an account that was not deleted, for want of a network as well, is not told to be gone, nor to have another password', async () => {
  const { deleteUser } = authClient;
  const remove = useDeletion({ locale: 'en', owner: '' });
  vi.mocked(deleteUser).mockRejectedValueOnce(new TypeError('Failed to fetch'));
  expect(await remove('a password')).toBe('failed');
  vi.mocked(deleteUser).mockResolvedValueOnce(refusal('SOMETHING_ELSE'));
  expect(await remove('a password')).toBe('failed');
  vi.mocked(deleteUser).mockResolvedValueOnce(refusal('INVALID_PASSWORD'));
  expect(await remove('a password')).toBe('wrong-password');
});
