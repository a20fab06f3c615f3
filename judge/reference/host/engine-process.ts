import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { z } from 'zod';
import { type Confined, confine, SandboxUnavailable } from '../../confine.ts';
import { createFrameReader, encodeFrame } from '../../frames.ts';
import { type Strike, superviseConfined } from '../../supervise.ts';
import { type EngineReply, type EngineRequest, maxFrameBytes } from '../wire.ts';

export type EngineProcess = {
  backend: { name: string; device: string };
  /** One request at a time. After `died` the process is gone. */
  ask(
    request: EngineRequest,
  ): Promise<Exclude<EngineReply, { kind: 'ready' }> | { kind: 'died'; overLimit: boolean; why: string }>;
  kill(): void;
  ended: Promise<unknown>;
};

const bounds = { residentKiB: 3 * 2 ** 20, processes: 64 };
const startLimits = { cpuMs: 30_000, wallMs: 60_000 };

export type EngineOptions = {
  cacheDir: string;
  weakSandbox: boolean;
  /** For one call of an author's function. */
  callLimits: { cpuMs: number; wallMs: number };
};

const reply: z.ZodType<EngineReply> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), backend: z.string().max(100), device: z.string().max(200) }),
  z.object({ kind: z.literal('value'), value: z.string() }),
  z.object({ kind: z.literal('threw'), message: z.string().max(5000) }),
]);

/** Starts {@link file://../guest/main.ts}. Throws {@link SandboxUnavailable}. */
export async function startEngineProcess(options: EngineOptions): Promise<EngineProcess> {
  const { cacheDir, weakSandbox, callLimits } = options;
  const guest = await bundleGuest(cacheDir);
  const confined = await confine({
    profile: 'engine',
    program: 'node',
    args: ['--no-warnings', '--experimental-vm-modules', guest],
    readable: [guest],
    limits: { memoryMiB: 4096, processes: 64 },
    channels: 1,
    weakSandbox,
  });
  const supervisor = superviseConfined(confined, { ...bounds, ...startLimits });
  const line = openLine(confined);
  const ready = await line.next();
  if (ready?.kind !== 'ready') {
    confined.kill();
    await confined.ended;
    throw new SandboxUnavailable(`the reference engine does not start: ${line.errors()}`);
  }
  // Between calls it may wait as long as it likes, but not compute.
  const idle = { ...bounds, cpuMs: callLimits.cpuMs };
  supervisor.rest(idle);
  return {
    backend: { name: ready.backend, device: ready.device },
    async ask(request) {
      supervisor.renew({ ...bounds, ...callLimits });
      line.send(request);
      const answer = await line.next();
      supervisor.rest(idle);
      if (answer && answer.kind !== 'ready') return answer;
      confined.kill();
      const { outOfMemory } = await confined.ended;
      const strike = outOfMemory ? 'memory' : supervisor.strike;
      const why = strike ? describeStrike(strike, callLimits) : `it crashed: ${line.errors()}`;
      return { kind: 'died', overLimit: strike !== null, why };
    },
    kill: () => confined.kill(),
    ended: confined.ended,
  };
}

function describeStrike(strike: Strike, { cpuMs, wallMs }: EngineOptions['callLimits']): string {
  switch (strike) {
    case 'cpu':
      return `it took more than ${cpuMs / 1000} seconds of CPU`;
    case 'wall':
      return `it took more than ${wallMs / 1000} seconds`;
    case 'memory':
      return `it needed more than ${bounds.residentKiB / 2 ** 20} GiB of memory`;
    case 'processes':
      return 'it started processes';
  }
}

async function bundleGuest(cacheDir: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../guest/main.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    // tfjs asks for Node's own modules by require.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    target: 'node24',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    logLevel: 'silent',
  });
  const content = outputFiles?.[0]?.text ?? '';
  const path = join(
    cacheDir,
    `${createHash('sha256').update(content).digest('hex').slice(0, 16)}-reference.mjs`,
  );
  if (!existsSync(path)) {
    mkdirSync(cacheDir, { recursive: true });
    const part = `${path}.${process.pid}.part`;
    writeFileSync(part, content);
    renameSync(part, path);
  }
  return path;
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
