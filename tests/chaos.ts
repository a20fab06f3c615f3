/**
 * `npm run test:chaos`: a thousand submissions of mixed kinds while a judge is killed every two seconds, Postgres is stopped
 * twice (in order and by SIGKILL) and a site restarts. A table, or JSON alone with `-- --json`; exit code 1 where anything
 * is not as it must be. `-- --submissions 100 --seed 7` for a shorter one, or the same again.
 */
import { parseArgs } from 'node:util';
import { tableOf } from './chaos/report.ts';
import { runChaos } from './chaos/run.ts';

const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
    submissions: { type: 'string', default: '1000' },
    judges: { type: 'string', default: '3' },
    clients: { type: 'string', default: '12' },
    minutes: { type: 'string', default: '20' },
  },
});
const seed = Number(flags.seed);
process.stderr.write(`seed ${seed}\n`);
const report = await runChaos(
  {
    seed,
    submissions: Number(flags.submissions),
    judges: Number(flags.judges),
    clients: Number(flags.clients),
    killEveryMs: 2000,
    postgresStops: ['in order', 'SIGKILL'],
    siteRestarts: true,
    patienceMs: Number(flags.minutes) * 60_000,
  },
  (line) => process.stderr.write(`${line}\n`),
);
process.stdout.write(`${flags.json ? JSON.stringify(report, null, 2) : tableOf(report)}\n`);
process.exit(report.faults.length === 0 ? 0 : 1);
