import { statfsSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import type { Command } from 'commander';
import { readDatabaseConfig } from '#prisma/config.ts';
import { findPending } from '#prisma/migrate.ts';
import { rootFolder } from './config.ts';
import { type DataOption, findDatabaseUrl, postgresFolder, withDataOption } from './database.ts';
import { exitCodeOf, type Finding } from './doctor/finding.ts';
import { examineReference } from './doctor/reference.ts';
import { examineSandbox } from './doctor/sandbox.ts';

type Told = Omit<Finding, 'name'>;

const marks = { good: '✓', note: '·', bad: '✗' } as const;

/** `whetstone doctor`: what works on this machine, and what to do about what doesn't. */
export function register(program: Command): void {
  withDataOption(program.command('doctor'))
    .description('tell what works on this machine, and what to do about what does not')
    .option('--json', 'print an array of { name, state, text }, where state is good, note or bad')
    .action(async ({ json = false, ...options }: DoctorOptions) => {
      const findings: Finding[] = [];
      for await (const finding of examine(options)) {
        findings.push(finding);
        if (!json) console.log(lineOf(finding));
      }
      if (json) console.log(JSON.stringify(findings, null, 2));
      process.exitCode = exitCodeOf(findings);
    });
}

async function* examine(options: DataOption): AsyncGenerator<Finding> {
  const examinations: [string, () => Promise<Told | Finding[]>][] = [
    ['system', examineSystem],
    ['sandbox', examineSandbox],
    ['database', () => examineDatabase(options)],
    ['reference', examineReference],
    ['disk', examineDisk],
  ];
  for (const [name, act] of examinations) {
    const told = await act().catch(explain);
    yield* Array.isArray(told) ? told : [{ name, ...told }];
  }
}

type DoctorOptions = DataOption & { json?: boolean };

function lineOf({ name, state, text }: Finding): string {
  return `${marks[state]} ${name.padEnd(12)}  ${text}`;
}

async function examineSystem(): Promise<Told> {
  return { state: 'good', text: `${platform()} ${release()} ${arch()} · Node ${process.versions.node}` };
}

async function examineDatabase(options: DataOption): Promise<Told> {
  const { databaseUrl } = readDatabaseConfig();
  const where = databaseUrl === undefined ? `embedded, in ${postgresFolder(options)}` : 'of DATABASE_URL';
  const url = await findDatabaseUrl(options);
  if (url === undefined)
    return { state: 'note', text: `${where}: not running; \`whetstone start\` starts it` };
  const pending = await findPending(url);
  if (pending.length === 0) return { state: 'good', text: `${where}: running, up to date` };
  return { state: 'bad', text: `${where}: lacks ${pending.join(', ')}; run \`whetstone db migrate\`` };
}

const wantedGiB = 2;

async function examineDisk(): Promise<Told> {
  const { bavail, bsize } = statfsSync(rootFolder);
  const gibibytes = (bavail * bsize) / 2 ** 30;
  const text = `${gibibytes.toFixed(1)} GiB free`;
  return gibibytes >= wantedGiB
    ? { state: 'good', text }
    : { state: 'bad', text: `${text}; ${wantedGiB} are wanted for packages, build and data` };
}

function explain(error: unknown): Told {
  return { state: 'bad', text: error instanceof Error ? error.message : String(error) };
}
