import type { Command } from 'commander';
import { type DataOption, withDataOption } from './database.ts';
import { withClient } from './with-client.ts';

type CreateOptions = DataOption & { email: string; name: string };

/** `whetstone token`: API tokens without the site. */
export function register(program: Command): void {
  const token = program.command('token').description('make API tokens without the site');
  withDataOption(token.command('create'))
    .description('print a new token, alone on standard output; it cannot be shown again')
    .requiredOption('--email <address>', 'whose it is')
    .option('--name <name>', 'what it is for, as the settings page lists it', 'command line')
    .action(async ({ email, name, ...options }: CreateOptions) => {
      await withClient(options, async (db) => {
        const { createToken } = await import('#app/_session/accounts.ts');
        console.log(await createToken(db, { email, name }));
      });
    });
}
