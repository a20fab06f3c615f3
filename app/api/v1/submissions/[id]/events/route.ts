import { draining } from '#app/_session/drain.ts';
import { reportFailure } from '#app/_session/report-failure.ts';
import { site } from '#app/_session/site.ts';
import { siteMeters } from '#app/_session/site-meters.ts';
import { route } from '#app/api/_http/route.ts';
import type { Locale, SubmissionEvent } from '#judge/verdict.ts';
import { requireVisible } from '../../access.ts';
import { verdictBody } from '../../shape.ts';

// Proxies close what is silent for half a minute.
const heartbeatMs = 15_000;

/** Server-sent events `status`, `unattended`, `test`, `verdict`; resumable by Last-Event-ID, the count of tests told so far. */
export const GET = route<{ id: string }>(async ({ request, params, locale }) => {
  const submission = await requireVisible(request, params.id);
  const told = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after') ?? '';
  const after = /^\d{1,6}$/.test(told) ? Number(told) : 0;
  const leaving = new AbortController();
  request.signal.addEventListener('abort', () => leaving.abort(), { once: true });
  const events = site().watcher.watch(submission.id, {
    after,
    signal: AbortSignal.any([leaving.signal, draining()]),
  });
  return new Response(stream(events, { leaving, locale }), {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
});

type Telling = { leaving: AbortController; locale: Locale };

function stream(
  events: AsyncGenerator<SubmissionEvent>,
  { leaving, locale }: Telling,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let heartbeat: NodeJS.Timeout | undefined;
  const { streams } = siteMeters();
  return new ReadableStream({
    async start(controller) {
      const send = (text: string) => {
        // Whoever has gone hears no more, and that is no failure.
        if (!leaving.signal.aborted) controller.enqueue(encoder.encode(text));
      };
      streams.open += 1;
      heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs);
      try {
        for await (const event of events) send(await written(event, locale));
      } catch (cause) {
        // The browser comes back by itself, and asks for what it hasn't heard.
        reportFailure(cause);
      } finally {
        clearInterval(heartbeat);
        streams.open -= 1;
        if (!leaving.signal.aborted) controller.close();
        // Else the signal that it was joined with, which lives as long as the process, would keep it.
        leaving.abort();
      }
    },
    cancel() {
      clearInterval(heartbeat);
      leaving.abort();
    },
  });
}

async function written(event: SubmissionEvent, locale: Locale): Promise<string> {
  switch (event.kind) {
    case 'status':
      return frame('status', { status: event.status, total: event.total, ahead: event.ahead });
    case 'unattended':
      return frame('unattended', {});
    case 'test':
      return frame('test', { seq: event.seq, total: event.total, ...event.test }, event.seq);
    case 'verdict':
      return frame('verdict', await verdictBody(event.verdict, locale));
  }
}

function frame(name: string, data: unknown, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
