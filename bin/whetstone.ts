/** The `whetstone` command: a file a verb, loaded when it is asked for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { rootFolder } from './config.ts';
import { exitCodes } from './failure.ts';

type Verb = { register(program: Command): void };

const verbs: Record<string, () => Promise<Verb>> = {
  start: () => import('./start.ts'),
  dev: () => import('./dev.ts'),
  site: () => import('./site.ts'),
  judge: () => import('./judge.ts'),
  grade: () => import('./grade.ts'),
  submit: () => import('./submit.ts'),
  rejudge: () => import('./rejudge.ts'),
  problem: () => import('./problem.ts'),
  reference: () => import('./reference.ts'),
  user: () => import('./user.ts'),
  token: () => import('./token.ts'),
  content: () => import('./content.ts'),
  db: () => import('./db.ts'),
  doctor: () => import('./doctor.ts'),
  test: () => import('./test.ts'),
};

const program = new Command('whetstone')
  .description('Interview practice and a coding judge.')
  .version(version())
  .showHelpAfterError('(--help tells more)')
  // A verb may have an option of its own that is called as one of ours: `rejudge create --version`.
  .enablePositionalOptions()
  .exitOverride();

const asked = verbs[process.argv[2] ?? ''];
const needed = asked ? [asked] : Object.values(verbs);

try {
  for (const load of needed) {
    const { register } = await load();
    register(program);
  }
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
// A verb that left something open has a defect, but whoever called it must not wait for ever.
process.exit();

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.yes : exitCodes.failed;
  // An error with a code of ours is meant to be read; anything else is a defect, and wants its stack.
  const expected = error instanceof Error && 'code' in error && typeof error.code === 'string';
  console.error(expected ? `whetstone: ${error.message}` : error);
  return exitCodes.failed;
}

function version(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8'));
  return manifest.version;
}
