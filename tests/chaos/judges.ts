/** Judges as processes that are started again at once, whatever they died of. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { environmentWith, rootFolder } from '#bin/config.ts';
import { quiet } from '#bin/quiet.ts';
import { tieToUs } from '#prisma/lifeline.ts';

/** A process, told from another that has its number later. */
type Known = { pid: number; born: string };

export type Judges = {
  /**
   * SIGKILL to one that is ready; what it had confined is remembered. The last one that is ready is spared until there is
   * another: on a machine where starting takes longer than the pause between two kills nobody would ever grade.
   */
  killOne(choose: (count: number) => number): void;
  /** Resolves when each has started, and so has removed what killed ones left. */
  allReady(): Promise<void>;
  /** SIGTERM to all, and until they have ended; never started again. */
  stop(): Promise<void>;
  /** How they ended so far. */
  counts(): JudgeCounts;
  /** Processes of killed judges that still live, and control groups of any that still stand. */
  left(): { processes: number; groups: string[] };
};

export type JudgeCounts = {
  started: number;
  killed: number;
  /** How those ended that nobody killed, with the last that they said. */
  diedByThemselves: string[];
};

type Running = { child: ChildProcess; ready: boolean; killed: boolean; said: string };

export function keepJudges(
  count: number,
  { environment, logFile }: { environment: Record<string, string>; logFile: string },
): Judges {
  const log = createWriteStream(logFile, { flags: 'a' });
  const running = new Set<Running>();
  const pids: number[] = [];
  const orphans: Known[] = [];
  let stopping = false;
  let killed = 0;
  const diedByThemselves: string[] = [];

  const start = (): void => {
    const child = spawn(process.execPath, [quiet, 'judge/main.ts'], {
      cwd: rootFolder,
      env: environmentWith(environment),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    if (child.pid === undefined) throw new Error('a judge does not start');
    pids.push(child.pid);
    const lifeline = tieToUs(child.pid, { signal: 'TERM', graceSeconds: 5 });
    const judge: Running = { child, ready: false, killed: false, said: '' };
    running.add(judge);
    child.stderr?.pipe(log, { end: false });
    child.stderr?.on('data', (chunk: Buffer) => {
      judge.said = `${judge.said}${chunk}`.slice(-1000);
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      if (String(chunk).includes('judge: ready')) judge.ready = true;
    });
    child.once('exit', (code, signal) => {
      lifeline.cut();
      running.delete(judge);
      if (stopping) return;
      if (!judge.killed)
        diedByThemselves.push(`${judge.ready ? '' : 'starting, '}${code ?? signal}: ${judge.said}`);
      start();
    });
  };
  for (let started = 0; started < count; started += 1) start();

  return {
    killOne(choose) {
      const ready = [...running].filter((judge) => judge.ready);
      if (ready.length < 2) return;
      const judge = ready[choose(ready.length)];
      if (judge?.child.pid === undefined) return;
      orphans.push(...descendantsOf(judge.child.pid));
      judge.killed = true;
      killed += 1;
      judge.child.kill('SIGKILL');
    },
    async allReady() {
      while ([...running].some(({ ready }) => !ready)) await sleep(50);
    },
    async stop() {
      stopping = true;
      const all = [...running];
      for (const { child } of all) child.kill('SIGTERM');
      await Promise.all(all.map(({ child }) => (child.exitCode === null ? once(child, 'exit') : undefined)));
      log.end();
    },
    counts: () => ({ started: pids.length, killed, diedByThemselves }),
    left: () => ({ processes: orphans.filter(lives).length, groups: groupsOf(pids) }),
  };
}

function descendantsOf(root: number): Known[] {
  const children = readText(`/proc/${root}/task/${root}/children`).split(' ').filter(Boolean).map(Number);
  return children.flatMap((pid) => [{ pid, born: bornAt(pid) }, ...descendantsOf(pid)]);
}

function lives({ pid, born }: Known): boolean {
  return born !== '' && bornAt(pid) === born;
}

/** proc_pid_stat(5), field 22; empty where there is no such process, or only its exit code. */
function bornAt(pid: number): string {
  const fields = readText(`/proc/${pid}/stat`).split(') ').pop()?.split(' ') ?? [];
  return fields[0] === 'Z' ? '' : (fields[19] ?? '');
}

/** The control groups that judges of these numbers have made and not removed. */
function groupsOf(pids: readonly number[]): string[] {
  const owners = new Set(pids.map(String));
  return foldersBelow('/sys/fs/cgroup', 6).filter((path) => {
    const owner = /\/whetstone-(\d+)-\d+$/.exec(path)?.[1];
    return owner !== undefined && owners.has(owner);
  });
}

function foldersBelow(folder: string, depth: number): string[] {
  if (depth === 0) return [];
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(folder, entry.name))
      .flatMap((path) => [path, ...foldersBelow(path, depth - 1)]);
  } catch {
    // Gone while we looked, or not ours to read.
    return [];
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
