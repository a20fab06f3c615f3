import { z } from 'zod';
import { type BackendName, BackendUnavailable } from '../../backend.ts';
import { type Confined, type Confinement, confine, SandboxUnavailable } from '../../confine.ts';
import { createFrameReader, encodeFrame } from '../../frames.ts';
import { type Strike, superviseConfined } from '../../supervise.ts';
import { type EngineReply, type EngineRequest, maxFrameBytes } from '../wire.ts';
import { bundleGuest } from './bundle.ts';
import type { Place } from './place.ts';

/** An answer, or the end of the process. */
export type EngineAnswer =
  | Exclude<EngineReply, { kind: 'ready' | 'unavailable' }>
  | { kind: 'died'; overLimit: boolean; why: string };

export type EngineProcess = {
  device: string;
  /** One request at a time. After `died` the process is gone. */
  ask(request: EngineRequest): Promise<EngineAnswer>;
  kill(): void;
  ended: Promise<unknown>;
};

const startLimits = { cpuMs: 30_000, wallMs: 60_000 };
/** In a minute between calls: it may wait as long as it likes, but not compute. */
const idleCpuMs = 5000;

export type EngineOptions = {
  backend: BackendName;
  place: Place;
  cacheDir: string;
  weakSandbox: boolean;
  /** For one call of an author's function. */
  callLimits: { cpuMs: number; wallMs: number };
};

const reply: z.ZodType<EngineReply> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), device: z.string().max(200) }),
  z.object({ kind: z.literal('unavailable'), why: z.string().max(5000) }),
  z.object({ kind: z.literal('value'), value: z.string() }),
  z.object({ kind: z.literal('threw'), message: z.string().max(5000) }),
  z.object({ kind: z.literal('lost'), why: z.string().max(5000) }),
  z.object({
    kind: z.literal('conformed'),
    rows: z
      .array(z.object({ operation: z.string().max(100), worst: z.number(), bound: z.number() }))
      .max(200),
    ms: z.number(),
  }),
]);

/** The walls around the reference engine on a backend. */
export async function engineConfinement({
  backend,
  place,
  cacheDir,
  weakSandbox,
}: Omit<EngineOptions, 'callLimits'>): Promise<Confinement> {
  const { residentMiB, processes, readable, ...means } = place;
  const guest = await bundleGuest(backend, cacheDir);
  return {
    ...means,
    program: 'node',
    args: ['--no-warnings', '--experimental-vm-modules', guest],
    readable: [guest, ...readable],
    limits: { memoryMiB: residentMiB + 1024, processes },
    channels: 1,
    weakSandbox,
  };
}

/**
 * Starts a file of {@link file://../backend/} confined. Throws {@link SandboxUnavailable}, or {@link BackendUnavailable}
 * where it is the backend that does not open.
 */
export async function startEngineProcess(options: EngineOptions): Promise<EngineProcess> {
  const { backend, place, callLimits } = options;
  const { residentMiB, processes } = place;
  const confined = await confine(await engineConfinement(options));
  const bounds = { residentKiB: residentMiB * 1024, processes };
  const supervisor = superviseConfined(confined, { ...bounds, ...startLimits });
  const line = openLine(confined);
  const ready = await line.next();
  if (ready?.kind !== 'ready') {
    confined.kill();
    await confined.ended;
    const why = ready?.kind === 'unavailable' ? ready.why : `its process does not start: ${line.errors()}`;
    throw new BackendUnavailable(backend, why);
  }
  const idle = { ...bounds, cpuMs: Math.min(callLimits.cpuMs, idleCpuMs) };
  supervisor.rest(idle);
  return {
    device: ready.device,
    async ask(request) {
      // What was ended while it waited is no request's doing.
      if (supervisor.strike) return { kind: 'died', overLimit: false, why: 'it went on after its answer' };
      supervisor.renew({ ...bounds, ...callLimits });
      line.send(request);
      const answer = await line.next();
      supervisor.rest(idle);
      if (answer && answer.kind !== 'ready' && answer.kind !== 'unavailable') return answer;
      confined.kill();
      const { outOfMemory } = await confined.ended;
      const strike = outOfMemory ? 'memory' : supervisor.strike;
      const why = strike
        ? describeStrike(strike, { ...callLimits, residentMiB })
        : `it crashed: ${line.errors()}`;
      return { kind: 'died', overLimit: strike !== null, why };
    },
    kill: () => confined.kill(),
    ended: confined.ended,
  };
}

function describeStrike(
  strike: Strike,
  { cpuMs, wallMs, residentMiB }: { cpuMs: number; wallMs: number; residentMiB: number },
): string {
  switch (strike) {
    case 'cpu':
      return `it took more than ${cpuMs / 1000} seconds of CPU`;
    case 'wall':
      return `it took more than ${wallMs / 1000} seconds`;
    case 'memory':
      return `it needed more than ${residentMiB / 1024} GiB of memory`;
    case 'processes':
      return 'it started processes';
  }
}

function openLine(confined: Confined) {
  const [channel] = confined.channels;
  if (!channel) throw new SandboxUnavailable('the reference engine has no channel');
  const reader = createFrameReader(maxFrameBytes);
  let errors = '';
  let gone = false;
  let waiting: ((answer: EngineReply | undefined) => void) | undefined;
  let early: EngineReply | undefined;
  const arrive = (answer: EngineReply | undefined) => {
    if (waiting) waiting(answer);
    else early = answer;
    waiting = undefined;
  };
  confined.stdout.resume();
  confined.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + String(chunk)).slice(-2000);
  });
  channel.on('data', (chunk: Buffer) => {
    try {
      for (const frame of reader.push(chunk)) arrive(reply.parse(JSON.parse(frame.toString('utf8'))));
    } catch {
      confined.kill();
    }
  });
  void confined.ended.then(() => {
    gone = true;
    arrive(undefined);
  });
  return {
    errors: () => errors,
    send: (request: EngineRequest) => channel.write(encodeFrame(JSON.stringify(request))),
    next: (): Promise<EngineReply | undefined> => {
      const answer = early;
      early = undefined;
      if (answer || gone) return Promise.resolve(answer);
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
  };
}
