/** A process that owns a database and a service, to be killed by {@link file://../integration/lifeline.test.ts}. */
import { startService } from '#bin/start/service.ts';
import { installStopSwitch, untilAborted } from '#bin/start/stop-switch.ts';
import { startPostgres } from '#prisma/postgres.ts';

const [folder = ''] = process.argv.slice(2);
const stop = installStopSwitch();
const postgres = await startPostgres({ folder, durable: false });
// It has a child, and neither heeds SIGTERM.
const stubborn = `
  const { spawn } = require('node:child_process');
  process.on('SIGTERM', () => {});
  const child = spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"]);
  console.log('pids ' + process.pid + ' ' + child.pid);
  setInterval(() => {}, 1000);
  console.log('serves');`;
const service = startService({
  name: 'site',
  args: ['-e', stubborn],
  environment: {},
  logFile: `${folder}/site.log`,
  echo: true,
  graceMs: 1000,
  ready: { line: 'serves' },
});
await service.ready;
process.stdout.write(`ready ${postgres.pid}\n`);
await untilAborted(stop.asked);
await service.stop(stop.insisted);
await postgres.stop();
