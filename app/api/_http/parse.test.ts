import { beforeAll, expect, test, vi } from 'vitest';
import { submitBody } from '../v1/schemas.ts';
import { readBody, route } from './route.ts';

beforeAll(() => {
  vi.stubEnv('WHETSTONE_LOG_LEVEL', 'error');
});

const handle = route(async ({ request }) =>
  Response.json(await readBody(request, submitBody, Number.POSITIVE_INFINITY)),
);

async function send(
  body: object,
  language: string,
): Promise<{ text: string; fields: { path: string; message: string }[] }> {
  const headers = { 'content-type': 'application/json', 'accept-language': language };
  const request = new Request('http://localhost:3000/api/v1/submissions', {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  const answer = await handle(request, { params: Promise.resolve(undefined) });
  expect(answer.status).toBe(400);
  const text = await answer.text();
  return { text, fields: JSON.parse(text).error.fields };
}

const unknown = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`x${at}`, 0]));

test.each([2000, 25_000])(
  '%i unknown fields are answered with some of them and how many more there are',
  async (count) => {
    const [en, zh] = [await send(unknown(count), 'en'), await send(unknown(count), 'zh')];
    for (const { text } of [en, zh]) expect(Buffer.byteLength(text)).toBeLessThan(4096);
    const known = ['problem', 'source'];
    const named = Array.from({ length: 18 }, (_, at) => `x${at}`);
    expect(en.fields.map(({ path }) => path)).toEqual([...known, ...named, '']);
    expect(zh.fields.map(({ path }) => path)).toEqual([...known, ...named, '']);
    expect(en.fields.at(-1)?.message).toBe(`${count - 18} more faults`);
    expect(zh.fields.at(-1)?.message).toBe(`还有 ${count - 18} 处错误`);
  },
);

test('the long name of an unknown field is not told whole', async () => {
  const { text, fields } = await send({ problem: 'add', source: 'x', ['y'.repeat(200_000)]: 0 }, 'en');
  expect(fields).toEqual([{ path: expect.stringMatching(/^y{20,}…$/), message: 'there is no such field' }]);
  expect(Buffer.byteLength(text)).toBeLessThan(4096);
});
