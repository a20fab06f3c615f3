import type { Command } from 'commander';
import { withDataOption } from './database.ts';
import { nextProgram } from './prepare.ts';
import { quiet } from './quiet.ts';
import type { TogetherOptions } from './start/parts.ts';
import { withAddressOptions } from './start/port.ts';
import { runTogether } from './start/together.ts';

/** `whetstone dev`: the developer's loop. */
export function register(program: Command): void {
  const dev = program
    .command('dev')
    .description('start everything for development: changes show at once, and all that is said is shown');
  withAddressOptions(withDataOption(dev)).action((options: TogetherOptions) =>
    runTogether(options, {
      siteArgs: [nextProgram, 'dev'],
      judgeArgs: ['--watch', '--watch-preserve-output', quiet, 'judge/main.ts'],
      // Next builds each page when it is first asked for.
      prepareSite: async () => undefined,
      echo: true,
      nodeEnv: 'development',
    }),
  );
}
