import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, closeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { tieToUs } from '#prisma/lifeline.ts';
import { lastLines, openLogFile, turnLogFile } from '#prisma/log-file.ts';
import { environmentWith, rootFolder } from '../config.ts';
import { CommandFailure } from '../failure.ts';
import { killGroup } from '../kill-group.ts';

/** How a process of ours is started. */
export type ServiceSpec = {
  name: string;
  /** Arguments of this very Node. */
  args: string[];
  environment: Record<string, string>;
  /** What it says goes here. */
  logFile: string;
  /** Whether what it says is shown as well. */
  echo: boolean;
  /** How long it may take to end by itself, milliseconds. */
  graceMs: number;
  /** It serves when it has said this line, or when this address answers. */
  ready: { line: string } | { url: string };
};

/** A process that runs: it leads a group of its own, which dies with us whatever happens. */
export type Service = {
  spec: ServiceSpec;
  /** Rejects where it ends before. */
  ready: Promise<void>;
  ended: Promise<void>;
  /** SIGTERM, and SIGKILL when the grace is over or `insisted`. */
  stop(insisted: AbortSignal): Promise<void>;
};

export function startService(spec: ServiceSpec): Service {
  const child = spawn(process.execPath, spec.args, {
    cwd: rootFolder,
    env: environmentWith(spec.environment),
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C is for us, who stop them in order.
    detached: true,
  });
  const { pid } = child;
  if (pid === undefined) throw new CommandFailure(`${spec.name} does not start`);
  const lifeline = tieToUs(pid, { signal: 'TERM', graceSeconds: Math.ceil(spec.graceMs / 1000) });
  const gone = new AbortController();
  const ended = new Promise<void>((resolve) => {
    // What it leaves in its group goes with it: at once, since its id may soon be another's.
    child.once('exit', () => killGroup(pid));
    child.once('close', () => {
      gone.abort();
      lifeline.cut();
      resolve();
    });
  });
  const said = keepLog(child, spec);
  return {
    spec,
    ready: Promise.race([untilReady(spec, said, gone.signal), ended.then(() => failed(spec))]),
    ended,
    async stop(insisted) {
      child.kill('SIGTERM');
      // The grace is over when the process is gone, too.
      await sleep(spec.graceMs, undefined, { signal: AbortSignal.any([insisted, gone.signal]) }).catch(
        () => undefined,
      );
      if (child.exitCode === null && child.signalCode === null) killGroup(pid);
      await ended;
    },
  };
}

/** The last words of a process, for the message that it failed. */
export function failed({ name, logFile }: ServiceSpec): never {
  throw new CommandFailure(
    `the ${name} ended by itself; its last words (${logFile}):\n\n${lastLines(logFile, 15)}`,
  );
}

type Said = { waitFor(line: string): Promise<void> };

async function untilReady({ ready }: ServiceSpec, said: Said, gone: AbortSignal): Promise<void> {
  if ('line' in ready) return said.waitFor(ready.line);
  while (!gone.aborted && !(await answers(ready.url))) await sleep(30);
  // Who ended is told apart by the other side of the race.
  if (gone.aborted) await new Promise(() => undefined);
}

async function answers(url: string): Promise<boolean> {
  try {
    const { body } = await fetch(url, { signal: AbortSignal.timeout(10_000), redirect: 'manual' });
    await body?.cancel();
    return true;
  } catch {
    return false;
  }
}

function keepLog(child: ChildProcess, { name, logFile, echo }: ServiceSpec): Said {
  const log = openLog(name, logFile);
  child.once('close', () => log.close());
  const waiting = new Map<string, () => void>();
  for (const input of [child.stdout, child.stderr]) {
    if (!input) continue;
    createInterface({ input }).on('line', (line) => {
      log.write(line);
      if (echo) process.stderr.write(`${name.padEnd(5)} │ ${line}\n`);
      waiting.get(line)?.();
    });
  }
  return { waitFor: (line) => new Promise((resolve) => waiting.set(line, resolve)) };
}

type OpenLog = { write(line: string): void; close(): void };

// What cannot be written is let go, as on a full disk: the log is for who looks into a failure, and must not be one.
function openLog(name: string, path: string): OpenLog {
  let file: number | undefined;
  let told = false;
  return {
    write(line) {
      try {
        file = file === undefined ? openLogFile(path) : turnLogFile(file, path);
        appendFileSync(file, `${line}\n`);
      } catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        if (!told) console.error(`what the ${name} says cannot be kept in ${path}, and is lost: ${why}`);
        told = true;
      }
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}
