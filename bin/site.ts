import type { Command } from 'commander';
import { withDataOption } from './database.ts';
import { buildSite, nextProgram } from './prepare.ts';
import { runAlone } from './start/alone.ts';
import { siteSpec, type TogetherOptions } from './start/parts.ts';
import { requireFreePort, withAddressOptions } from './start/port.ts';
import { step } from './step.ts';

/** `whetstone site`: the site alone, as many as are wanted beside one database. */
export function register(program: Command): void {
  const site = program
    .command('site')
    .description('serve the site alone; judges run elsewhere, on the same database')
    .addHelpText('after', '\nNeeds DATABASE_URL, or a database started by `whetstone db start`.');
  withAddressOptions(withDataOption(site)).action((options: TogetherOptions) =>
    runAlone(options, async (environment, signal) => {
      await requireFreePort(options.host, options.port);
      await step('build the site', () => buildSite(environment, signal));
      return siteSpec({ options, environment, args: [nextProgram, 'start'], echo: true });
    }),
  );
}
