import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { commandMessages } from '#app/_messages/command.ts';
import { verdictMessages } from '#app/_messages/verdicts.ts';
import type { Locale } from '#judge/verdict.ts';
import { CommandFailure } from '../failure.ts';

/** `locale` is the language in which the server is asked to answer. */
export type Connection = { url: string; token: string; locale: Locale };

const refusal = z.object({
  error: z.object({
    message: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
  }),
});

/** One call of the HTTP API, POST where there is a body. Throws what the server says where it refuses. */
export async function callApi(connection: Connection, path: string, body?: unknown): Promise<unknown> {
  const response = await request(connection, path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (response.ok) return response.json();
  throw new CommandFailure(await explain(connection, response));
}

type Following = { path: string; lastId: string; tell: (progress: string) => void };

const reconnects = 10;

/** Tells of each event until the verdict; takes a broken stream up again where it broke. */
export async function followEvents(
  connection: Connection,
  path: string,
  tell: (progress: string) => void,
): Promise<void> {
  const following = { path, lastId: '', tell };
  for (let attempt = 0; attempt < reconnects; attempt += 1) {
    if (await readEvents(connection, following)) return;
    await sleep(Math.min(5000, 250 * 2 ** attempt));
  }
  throw new CommandFailure('the connection breaks again and again; ask for the verdict on the site');
}

/** True when the verdict has come, false where the stream ended before. */
async function readEvents(connection: Connection, following: Following): Promise<boolean> {
  const { path, lastId, tell } = following;
  const headers = { accept: 'text/event-stream', ...(lastId && { 'last-event-id': lastId }) };
  const response = await request(connection, path, { headers });
  if (!response.ok || !response.body) throw new CommandFailure(await explain(connection, response));
  try {
    for await (const { event, id, data } of eventsIn(response.body)) {
      following.lastId = id || following.lastId;
      if (event === 'verdict') return true;
      const progress = progressText({ event, data }, connection.locale);
      if (progress) tell(progress);
    }
  } catch (cause) {
    // What `fetch` throws when a connection breaks.
    if (!(cause instanceof TypeError)) throw cause;
  }
  return false;
}

type ServerEvent = { event: string; id: string; data: string };

// https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text = (text + decoder.decode(chunk, { stream: true })).replaceAll('\r\n', '\n');
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    yield* blocks.map(parseEvent);
  }
}

function parseEvent(block: string): ServerEvent {
  const event: ServerEvent = { event: 'message', id: '', data: '' };
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^(event|id|data): ?(.*)$/.exec(line) ?? [];
    if (field === 'data') event.data += event.data ? `\n${value}` : value;
    else if (field === 'event' || field === 'id') event[field] = value;
  }
  return event;
}

const status = z.object({ status: z.string(), ahead: z.number().nullish() });
const judged = z.object({
  seq: z.number(),
  total: z.number(),
  test: z.object({ name: z.string(), verdict: z.string(), cpuMs: z.number() }),
});

/** What an event means to who waits; undefined where it is no news. */
export function progressText(
  { event, data: text }: Pick<ServerEvent, 'event' | 'data'>,
  locale: Locale,
): string | undefined {
  const t = commandMessages[locale];
  const parsed: unknown = text === '' ? null : JSON.parse(text);
  if (event === 'unattended') return t.unattended;
  if (event === 'status') {
    const { data } = status.safeParse(parsed);
    if (!data) return undefined;
    const words: Record<string, string> = verdictMessages[locale].status;
    const said = words[data.status] ?? data.status;
    return data.ahead == null ? said : t.ahead(said, data.ahead);
  }
  const told = judged.safeParse(parsed).data;
  if (event !== 'test' || !told) return undefined;
  const { seq, total, test } = told;
  return `${String(seq).padStart(String(total).length)}/${total} ${test.verdict} ${test.name} ${Math.round(test.cpuMs)} ms`;
}

async function request(
  { url, token, locale }: Connection,
  path: string,
  init: RequestInit,
): Promise<Response> {
  try {
    const headers = { ...init.headers, authorization: `Bearer ${token}`, 'accept-language': locale };
    return await fetch(new URL(path, url), { ...init, headers });
  } catch (cause) {
    throw new CommandFailure(
      `no Whetstone answers at ${url}. Start it (npm start), or name another by --url.`,
      { cause },
    );
  }
}

const hints: Record<number, string> = {
  401: 'the token is not known there; `whetstone token create --email you@example.org` makes one',
  404: 'there is no such problem or submission there',
  413: 'the solution is too large',
};

async function explain({ url }: Connection, response: Response): Promise<string> {
  const text = await response.text();
  const said = parseRefusal(text) ?? hints[response.status] ?? text.slice(0, 200);
  const wait = response.headers.get('retry-after');
  return `${url} refuses (${response.status}): ${said}${wait ? `; try again in ${wait} s` : ''}`;
}

function parseRefusal(text: string): string | undefined {
  try {
    const { message, fields } = refusal.parse(JSON.parse(text)).error;
    return [message, ...fields.map((field) => `${field.path}: ${field.message}`)].join('; ');
  } catch {
    return undefined;
  }
}
