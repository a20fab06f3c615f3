/** One part of Whetstone on a machine of its own, beside a database that is there already. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DataOption, requireDatabaseUrl } from '../database.ts';
import { generateClient } from '../prepare.ts';
import { step } from '../step.ts';
import { environmentOf } from './parts.ts';
import { failed, type ServiceSpec, startService } from './service.ts';
import { installStopSwitch, untilAborted } from './stop-switch.ts';

type Prepare = (environment: Record<string, string>, signal: AbortSignal) => Promise<ServiceSpec>;

/** Prepares and runs one service until asked to stop. When it dies this ends too: what started us decides. */
export async function runAlone(options: DataOption, prepare: Prepare): Promise<void> {
  const { asked, insisted } = installStopSwitch();
  const databaseUrl = await requireDatabaseUrl(options);
  mkdirSync(join(options.data, 'logs'), { recursive: true });
  await step('generate the database client', () => generateClient(asked));
  const spec = await prepare(environmentOf(options, databaseUrl), asked);
  if (asked.aborted) return;
  const service = startService(spec);
  try {
    await Promise.race([step(`start the ${spec.name}`, () => service.ready), untilAborted(asked)]);
    await Promise.race([service.ended.then(() => failed(spec)), untilAborted(asked)]);
  } finally {
    await service.stop(insisted);
  }
}
