import { Client } from 'pg';
import { z } from 'zod';
import { patience } from '#prisma/client.ts';
import type { Announcement } from '#prisma/submission.ts';
import { createPace, type Pace } from './pace.ts';
import { submissionStatuses, verdictCodes } from './verdict.ts';

const channel = 'whetstone_submission';

/** A test as it travels in a notification: place among all tests, code, CPU milliseconds, KiB. */
const judgedTest = z.tuple([z.int().nonnegative(), z.enum(verdictCodes), z.number(), z.number()]);

const hint = z.object({
  id: z.uuid(),
  status: z.enum(submissionStatuses),
  /** All that was judged so far, so that a lost notification is made good by the next one. */
  judged: z.array(judgedTest),
});

/** Progress of a submission. A hint only: what is true stands in the row. */
export type Hint = z.infer<typeof hint>;

// Postgres refuses notifications of 8000 bytes; some 240 tests fit, and the verdict brings whatever did not.
const maxPayload = 7900;

/** What tells every site process how far a submission is. */
export function announcementOf(progress: Hint): Announcement {
  const judged = progress.judged.map(([index, code, cpuMs, kib]) => [
    index,
    code,
    Math.round(cpuMs * 10) / 10,
    kib,
  ]);
  const whole = JSON.stringify({ ...progress, judged });
  const text = whole.length < maxPayload ? whole : JSON.stringify({ ...progress, judged: [] });
  return { channel, payload: text };
}

/** One listening connection, shared by all who wait for submissions. */
export type Hints = {
  /** Calls back for each hint on the submission until the returned function is called. */
  subscribe(id: string, onHint: (hint: Hint) => void): () => void;
  /** How fast the judges work, by what they announce. */
  pace: Pace;
  close(): Promise<void>;
};

const reconnectMs = 500;

/** Listens for hints; a lost connection is replaced, and what was missed meanwhile is for the row to tell. */
export function listenForHints(databaseUrl: string): Hints {
  const subscribers = new Map<string, Set<(hint: Hint) => void>>();
  const pace = createPace(() => performance.now());
  let closed = false;
  let client: Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const dispatch = (payload: string | undefined) => {
    const parsed = hint.safeParse(parseJson(payload));
    if (!parsed.success) return;
    if (parsed.data.status === 'done') pace.note();
    for (const onHint of subscribers.get(parsed.data.id) ?? []) onHint(parsed.data);
  };

  const connect = async () => {
    const next = new Client({ connectionString: databaseUrl, ...patience });
    client = next;
    const lost = () => {
      if (closed || client !== next) return;
      client = undefined;
      retry = setTimeout(() => void connect(), reconnectMs);
      // It may be there and refuse to listen.
      next.end().catch(() => undefined);
    };
    next.on('error', lost).on('end', lost);
    next.on('notification', (message) => dispatch(message.payload));
    await next
      .connect()
      .then(() => next.query(`listen ${channel}`))
      .catch(lost);
  };
  const connecting = connect();

  return {
    pace,
    subscribe(id, onHint) {
      const set = subscribers.get(id) ?? new Set();
      subscribers.set(id, set.add(onHint));
      return () => {
        set.delete(onHint);
        if (set.size === 0) subscribers.delete(id);
      };
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await connecting;
      await client?.end();
    },
  };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
