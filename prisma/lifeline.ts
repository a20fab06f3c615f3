import { spawn } from 'node:child_process';

export type Lifeline = {
  /** The process ended by itself: nothing is left to be signalled. */
  cut(): void;
};

type Options = { signal: 'INT' | 'TERM'; graceSeconds: number };

// A shell that reads from us: it sees the end of the pipe however we die, SIGKILL included, and runs on Linux and
// macOS alike. The signal is for the leader, who may want to end its own in order; SIGKILL is for who is left.
const watchman = `
read -r bye && exit
kill -s "$2" -- "$1" 2>/dev/null
left=$(($3 * 10))
while kill -s 0 -- "$1" 2>/dev/null && [ "$left" -gt 0 ]; do sleep 0.1; left=$((left - 1)); done
kill -s KILL -- "-$1" 2>/dev/null`;

/**
 * Ends the process group that `pid` leads when this process is gone, however that came about: `signal` first,
 * SIGKILL after the grace.
 */
export function tieToUs(pid: number, { signal, graceSeconds }: Options): Lifeline {
  const shell = spawn('/bin/sh', ['-c', watchman, 'sh', String(pid), signal, String(graceSeconds)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  // Neither the shell nor its pipe keeps us running.
  shell.unref();
  if ('unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref();
  return { cut: () => void shell.stdin.end('bye\n') };
}
