/** Logs that are kept for who looks into a failure: `<log>` is written to, `<log>.1` is what was full before. */
import {
  closeSync,
  copyFileSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  truncateSync,
} from 'node:fs';

const largestLog = 8 * 1024 * 1024;

/** Opens a log to be written on at its end; a full one becomes `<log>.1` first, in place of what that was. */
export function openLogFile(path: string): number {
  if (isFull(path)) renameSync(path, formerOf(path));
  return openSync(path, 'a', 0o600);
}

/** The log to go on with: the one that is open, or a new one where that is full. */
export function turnLogFile(open: number, path: string): number {
  if (fstatSync(open).size <= largestLog) return open;
  const next = openLogFile(path);
  closeSync(open);
  return next;
}

/**
 * Makes room in a full log that another process has open to append to, and that goes on at its new end. What is said
 * between the two calls is lost.
 */
export function emptyFullLog(path: string): void {
  if (!isFull(path)) return;
  copyFileSync(path, formerOf(path));
  truncateSync(path);
}

/** The last that a log says, also where it was begun anew a moment ago. */
export function lastLines(path: string, count: number): string {
  const text = [formerOf(path), path].map(readEnd).join('');
  return text.trim().split('\n').slice(-count).join('\n');
}

function isFull(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largestLog;
}

function formerOf(path: string): string {
  return `${path}.1`;
}

// Enough for a stack and what led to it.
const longestEnd = 64 * 1024;

function readEnd(path: string): string {
  let log: number;
  try {
    log = openSync(path, 'r');
  } catch {
    return '';
  }
  try {
    const end = Buffer.alloc(longestEnd);
    const length = readSync(log, end, 0, longestEnd, Math.max(0, fstatSync(log).size - longestEnd));
    return end.toString('utf8', 0, length);
  } finally {
    closeSync(log);
  }
}
