/** What a program that Node started says of itself from outside: its end, its errors, bubblewrap's information. */
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Duplex, Readable } from 'node:stream';

export type Exit = { code: number | null; signal: string | null };

const signalNames: Record<number, string> = {
  4: 'SIGILL',
  5: 'SIGTRAP',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  24: 'SIGXCPU',
  25: 'SIGXFSZ',
  31: 'SIGSYS',
};

// bubblewrap tells the death of what it started by 128 + the signal.
export function endOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: null, signal: null }));
    child.once('exit', (code, signal) => {
      const relayed = code === null ? undefined : signalNames[code - 128];
      resolve(relayed ? { code: null, signal: relayed } : { code, signal });
    });
  });
}

/** Kills the process that has this id now, never a later one that got the same id. */
export function killerOf(pid: number): () => void {
  const born = birthOf(pid);
  return () => {
    if (born !== undefined && birthOf(pid) === born) killIfThere(pid);
  };
}

/** SIGKILL to a process, or with a minus to its group. */
export function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

// In ticks since the machine started. The second field is the program's name in parentheses and may hold anything.
function birthOf(pid: number): string | undefined {
  try {
    return /^.*\) (?:\S+ ){19}(\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

export async function readInfo(pipe: Duplex): Promise<string> {
  let text = '';
  for await (const chunk of pipe) {
    text += String(chunk);
    if (text.includes('}')) break;
  }
  return text;
}

const tailBytes = 4096;

export function keepTail(stream: Readable | null): () => string {
  let tail = '';
  stream?.on('data', (chunk: Buffer) => {
    tail = (tail + chunk.toString('latin1')).slice(-tailBytes);
  });
  return () => tail;
}
