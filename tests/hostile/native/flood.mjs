/** Runs as a Node program in place of a guest, and takes what the machine has until it is stopped. */
import { spawn } from 'node:child_process';
import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

// Not `process.execPath`: where the type checker stands that is its compiler.
const node = process.argv0;

const floods = {
  /** So many mebibytes, or all there are. */
  memory() {
    const kept = [];
    const most = Number(process.argv[3] ?? Number.POSITIVE_INFINITY);
    while (kept.length < most) kept.push(Buffer.alloc(2 ** 20, 1));
    setInterval(() => kept, 1e6);
  },
  async threads() {
    const stay = 'setInterval(() => {}, 1e6)';
    const refused = () => {
      writeSync(1, 'refused');
      process.exit(0);
    };
    try {
      for (;;)
        await new Promise((next) =>
          new Worker(stay, { eval: true }).on('online', next).on('error', refused).on('exit', refused),
        );
    } catch {
      refused();
    }
  },
  processes() {
    setInterval(() => {
      for (let i = 0; i < 10; i += 1) again().on('error', () => undefined);
    }, 1);
  },
  /** By a process that another thread than the first has started, which is not listed among the first's. */
  hidden() {
    const args = [process.argv[1], 'memory', process.argv[3]];
    const start = `require('node:child_process').spawn(${JSON.stringify(node)}, ${JSON.stringify(args)})`;
    new Worker(start, { eval: true });
    setInterval(() => undefined, 1e6);
  },
  // Listens to no signal, and starts others that don't either.
  stay() {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT']) process.on(signal, () => undefined);
    const left = Number(process.argv[3]);
    try {
      if (left > 0) again(left - 1).unref();
    } catch {
      // Not where no process can be started.
    }
    writeSync(1, 'here\n');
    setInterval(() => undefined, 1e6);
  },
};

function again(left = 0) {
  return spawn(node, [process.argv[1], process.argv[2], String(left), process.argv[4] ?? ''], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
}

await floods[process.argv[2]]();
