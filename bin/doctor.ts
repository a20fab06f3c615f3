import { statfsSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import type { Command } from 'commander';
import { readDatabaseConfig } from '#prisma/config.ts';
import { findPending } from '#prisma/migrate.ts';
import { findRunning } from '#prisma/postgres.ts';
import { readCommandConfig, rootFolder } from './config.ts';
import { type DataOption, postgresFolder, withDataOption } from './database.ts';
import { exitCodes } from './failure.ts';

/** `note`: no trouble, but worth knowing. */
type Finding = { state: 'good' | 'note' | 'bad'; text: string };

const marks = { good: '✓', note: '·', bad: '✗' } as const;

/** `whetstone doctor`: what works on this machine, and what to do about what doesn't. */
export function register(program: Command): void {
  withDataOption(program.command('doctor'))
    .description('tell what works on this machine, and what to do about what does not')
    .action(async (options: DataOption) => {
      const examinations: [string, () => Promise<Finding>][] = [
        ['system', examineSystem],
        ['sandbox', examineSandbox],
        ['database', () => examineDatabase(options)],
        ['reference', examineReference],
        ['disk', examineDisk],
      ];
      for (const [name, examine] of examinations) {
        const { state, text } = await examine().catch(explain);
        if (state === 'bad') process.exitCode = exitCodes.no;
        console.log(`${marks[state]} ${name.padEnd(9)}  ${text}`);
      }
    });
}

async function examineSystem(): Promise<Finding> {
  return { state: 'good', text: `${platform()} ${release()} ${arch()} · Node ${process.versions.node}` };
}

async function examineSandbox(): Promise<Finding> {
  const { probeConfinement } = await import('#judge/confine.ts');
  const { bubblewrap, rlimits, cgroup, nodePermission, trouble } = await probeConfinement();
  const layers = Object.entries({ bubblewrap, rlimits, cgroup: cgroup !== null, nodePermission });
  const told = layers.map(([layer, holds]) => `${holds ? '' : 'no '}${layer}`).join(', ');
  if (trouble === null) return { state: cgroup === null ? 'note' : 'good', text: told };
  const { weakSandbox } = readCommandConfig();
  const consequence = weakSandbox
    ? 'WHETSTONE_WEAK_SANDBOX=1: submissions run all the same'
    : 'nothing is judged here until that is remedied (or WHETSTONE_WEAK_SANDBOX=1, where all who submit are trusted)';
  return { state: 'bad', text: `${told} · ${trouble} · ${consequence}` };
}

async function examineDatabase(options: DataOption): Promise<Finding> {
  const { databaseUrl } = readDatabaseConfig();
  const where = databaseUrl === undefined ? `embedded, in ${postgresFolder(options)}` : 'of DATABASE_URL';
  const url = databaseUrl ?? (await findRunning(postgresFolder(options)))?.url;
  if (url === undefined)
    return { state: 'note', text: `${where}: not running; \`whetstone start\` starts it` };
  const pending = await findPending(url);
  if (pending.length === 0) return { state: 'good', text: `${where}: running, up to date` };
  return { state: 'bad', text: `${where}: lacks ${pending.join(', ')}; run \`whetstone db migrate\`` };
}

async function examineReference(): Promise<Finding> {
  const { openReferenceEngine } = await import('#judge/reference.ts');
  const engine = await openReferenceEngine({ weakSandbox: readCommandConfig().weakSandbox });
  const { name, device } = engine.backend;
  await engine.close();
  return { state: 'good', text: `expected outputs are computed by ${name} on ${device}` };
}

const wantedGiB = 2;

async function examineDisk(): Promise<Finding> {
  const { bavail, bsize } = statfsSync(rootFolder);
  const gibibytes = (bavail * bsize) / 2 ** 30;
  const text = `${gibibytes.toFixed(1)} GiB free`;
  return gibibytes >= wantedGiB
    ? { state: 'good', text }
    : { state: 'bad', text: `${text}; ${wantedGiB} are wanted for packages, build and data` };
}

function explain(error: unknown): Finding {
  return { state: 'bad', text: error instanceof Error ? error.message : String(error) };
}
