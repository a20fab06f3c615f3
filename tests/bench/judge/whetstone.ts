/** Whetstone as its users meet it: over HTTP, from POST to the event that brings the verdict. */
import { postgresFolder } from '#bin/database.ts';
import { openDatabase } from '#prisma/client.ts';
import { findRunning } from '#prisma/postgres.ts';
import { letIn } from '#tests/harness/people.ts';
import { startWhetstone } from '#tests/harness/whetstone.ts';

export type Submission = { problem: string; source: string };

export type BenchedSite = {
  /** Submits and waits for the verdict. Throws where it isn't AC. */
  judge(submission: Submission): Promise<void>;
  /** The process that all parts are below. */
  pid: number;
  stop(): Promise<void>;
};

/** How many are judged at a time, by us and by each peer. */
export const lanes = 2;

/** Nobody may submit more than twenty times a minute, so they are many. */
const people = 100;

/** Starts site and judge on data of their own, which stay for the next time. */
export async function openSite(data: string, environment: Record<string, string> = {}): Promise<BenchedSite> {
  const whetstone = await startWhetstone({
    data,
    // As many as the peers have lanes, however many cores there are.
    environment: { WHETSTONE_CONCURRENCY: String(lanes), ...environment, WHETSTONE_TRUSTED_PROXIES: '1' },
  });
  const tokens = await tokensFor(data);
  let turn = 0;
  return {
    async judge({ problem, source }) {
      turn += 1;
      const person = turn % people;
      const headers = {
        authorization: `Bearer ${tokens[person]}`,
        'content-type': 'application/json',
        'x-forwarded-for': `10.0.0.${person}`,
      };
      const body = JSON.stringify({ problem, source });
      const posted = await fetch(`${whetstone.baseUrl}/api/v1/submissions`, {
        method: 'POST',
        headers,
        body,
      });
      if (posted.status !== 202) throw new Error(`refused with ${posted.status}: ${await posted.text()}`);
      await untilVerdict(new URL(`${posted.headers.get('location')}/events`, whetstone.baseUrl), headers);
    },
    pid: whetstone.process.pid ?? 0,
    stop: whetstone.stop,
  };
}

async function untilVerdict(events: URL, headers: Record<string, string>): Promise<void> {
  const response = await fetch(events, { headers });
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const verdict = /event: verdict\ndata: (.*)\n\n/.exec(text)?.[1];
    if (verdict === undefined) continue;
    if (!verdict.includes('"verdict":"AC"')) throw new Error(`not accepted: ${verdict.slice(-1500)}`);
    return;
  }
  throw new Error(`the events ended before the verdict: ${text.slice(-500)}`);
}

async function tokensFor(data: string): Promise<string[]> {
  const running = await findRunning(postgresFolder({ data }));
  if (!running) throw new Error('its database does not run');
  const db = openDatabase(running.url);
  try {
    return await letIn(db, { count: people, name: `bench-${Date.now()}` });
  } finally {
    await db.$disconnect();
  }
}
