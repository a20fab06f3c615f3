/** Who submits: over HTTP, with a token, as a script would that means to get its verdict. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

export type Submitter = {
  token: string;
  /** What the proxy in front would say of the caller. */
  address: string;
};

/** What it took besides the one POST and the one stream. */
export type Troubles = {
  /** POSTs that got no answer, or one that says to come again. */
  resubmits: number;
  /** Answers that were no 202, by status. */
  refusals: Record<string, number>;
  /** Streams that ended or broke before the verdict. */
  reconnects: number;
  /** Streams that said nothing for longer than a heartbeat takes. */
  silences: number;
  /** Test events that were told twice or left out. */
  outOfOrder: number;
};

export type Told = {
  id: string;
  verdict: string;
  acknowledgedAt: number;
  toldAt: number;
  troubles: Troubles;
};

type Sites = {
  /** The address of a site, another with each try, as a proxy in front would choose it. */
  next(): string;
  signal: AbortSignal;
};

/** Submits, again only as long as nothing was acknowledged, and follows the events until the verdict. */
export async function submitAndFollow(
  submission: { problem: string; source: string },
  { token, address }: Submitter,
  sites: Sites,
): Promise<Told> {
  const troubles: Troubles = { resubmits: 0, refusals: {}, reconnects: 0, silences: 0, outOfOrder: 0 };
  const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': address };
  const id = await acknowledged(submission, { headers, sites, troubles });
  const acknowledgedAt = Date.now();
  const verdict = await untilVerdict(id, { headers, sites, troubles });
  return { id, verdict, acknowledgedAt, toldAt: Date.now(), troubles };
}

type Way = { headers: Record<string, string>; sites: Sites; troubles: Troubles };

const acknowledgement = z.object({ id: z.uuid() });
const pauseMs = 250;

async function acknowledged(submission: object, { headers, sites, troubles }: Way): Promise<string> {
  for (;;) {
    const response = await fetch(`${sites.next()}/api/v1/submissions`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(submission),
      signal: AbortSignal.any([sites.signal, AbortSignal.timeout(30_000)]),
    }).catch(() => undefined);
    const body: unknown = await response?.json().catch(() => undefined);
    const reply = acknowledgement.safeParse(body);
    if (response?.status === 202 && reply.success) return reply.data.id;
    sites.signal.throwIfAborted();
    troubles.resubmits += 1;
    if (response) {
      note(troubles, response.status);
      if (response.status < 429)
        throw new Error(`refused for good: ${response.status} ${JSON.stringify(body)}`);
    }
    await sleep(1000 * Number(response?.headers.get('retry-after') ?? pauseMs / 1000));
  }
}

function note({ refusals }: Troubles, status: number): void {
  refusals[status] = (refusals[status] ?? 0) + 1;
}

// The site says that it is still there every fifteen seconds.
const silenceMs = 40_000;

async function untilVerdict(id: string, way: Way): Promise<string> {
  const heard: Heard = { lastId: 0 };
  for (;;) {
    const silence = new AbortController();
    try {
      const verdict = await followOnce(id, { ...way, heard, silence });
      if (verdict !== undefined) return verdict;
    } catch (cause) {
      if (cause instanceof Forgotten) throw cause;
      way.sites.signal.throwIfAborted();
      // A broken connection, or our patience at its end: come again.
    }
    way.troubles.reconnects += 1;
    if (silence.signal.aborted) way.troubles.silences += 1;
    await sleep(pauseMs);
  }
}

type Heard = { lastId: number };
type Following = Way & { heard: Heard; silence: AbortController };

/** The verdict, or undefined where the stream ended before. */
async function followOnce(
  id: string,
  { headers, sites, troubles, heard, silence }: Following,
): Promise<string | undefined> {
  const resume: Record<string, string> = heard.lastId > 0 ? { 'last-event-id': String(heard.lastId) } : {};
  const timer = setTimeout(() => silence.abort(), silenceMs);
  try {
    const response = await fetch(`${sites.next()}/api/v1/submissions/${id}/events`, {
      headers: { ...headers, ...resume },
      signal: AbortSignal.any([sites.signal, silence.signal]),
    });
    if (response.status !== 200) note(troubles, response.status);
    if (response.status === 404) throw new Forgotten(`the acknowledged submission ${id} is unknown`);
    for await (const frame of framesOf(response.body, () => timer.refresh())) {
      const verdict = hear(frame, { heard, troubles });
      if (verdict !== undefined) return verdict;
    }
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** What was acknowledged is not there: the one thing that may never happen. */
class Forgotten extends Error {}

type Frame = { id: number | undefined; event: string; data: string };

async function* framesOf(
  body: ReadableStream<Uint8Array> | null,
  heardSomething: () => void,
): AsyncGenerator<Frame> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    heardSomething();
    text += decoder.decode(chunk, { stream: true });
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1];
      const id = field('id');
      yield {
        id: id === undefined ? undefined : Number(id),
        event: field('event') ?? '',
        data: field('data') ?? '',
      };
    }
  }
}

const judged = z.object({ verdict: z.string() });

function hear(
  { id, event, data }: Frame,
  { heard, troubles }: { heard: Heard; troubles: Troubles },
): string | undefined {
  if (id !== undefined) {
    if (id !== heard.lastId + 1) troubles.outOfOrder += 1;
    heard.lastId = id;
  }
  return event === 'verdict' ? judged.parse(JSON.parse(data)).verdict : undefined;
}
