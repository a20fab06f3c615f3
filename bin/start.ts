import type { Command } from 'commander';
import { withDataOption } from './database.ts';
import { buildSite, nextProgram } from './prepare.ts';
import { quiet } from './quiet.ts';
import type { TogetherOptions } from './start/parts.ts';
import { withAddressOptions } from './start/port.ts';
import { runTogether } from './start/together.ts';
import { step } from './step.ts';

/** `whetstone start`: the whole of Whetstone on this machine. */
export function register(program: Command): void {
  const start = program
    .command('start')
    .description('start everything on this machine: database, judge and site')
    .addHelpText(
      'after',
      `
Set DATABASE_URL to keep everything in a Postgres of your own instead of the embedded one.`,
    );
  withAddressOptions(withDataOption(start)).action((options: TogetherOptions) =>
    runTogether(options, {
      siteArgs: [nextProgram, 'start'],
      judgeArgs: [quiet, 'judge/main.ts'],
      prepareSite: (environment, signal) => step('build the site', () => buildSite(environment, signal)),
      echo: false,
      nodeEnv: 'production',
    }),
  );
}
