import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { maxPasswordLength, minPasswordLength } from '#app/_session/credentials.ts';
import { type Role, roles } from '#prisma/user.ts';
import { type DataOption, withDataOption } from './database.ts';
import { readSecret } from './start/secret.ts';
import { withClient } from './with-client.ts';

type PasswordOptions = DataOption & { email: string };
type RoleOptions = PasswordOptions & { role: Role };
type AddOptions = RoleOptions & { password?: string };

/** `whetstone user`: accounts without the site. */
export function register(program: Command): void {
  const user = program
    .command('user')
    .description('make accounts, give them roles and new passwords, without the site');
  withDataOption(user.command('add'))
    .description('make an account; without --password one is made up and printed')
    .requiredOption('--email <address>', 'what they sign in with', parseEmail)
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).default('learner'))
    .option(
      '--password <password>',
      `at least ${minPasswordLength} characters; seen by who may list processes here`,
      parsePassword,
    )
    .action(async ({ email, role, password: given, ...options }: AddOptions) => {
      await withClient(options, async (db) => {
        const { addUser } = await import('#app/_session/accounts.ts');
        const secret = readSecret(options.data);
        const { password } = await addUser(db, {
          email,
          role,
          secret,
          ...(given !== undefined && { password: given }),
        });
        console.error(`${email} is there, as ${role}${password === null ? '' : '; the password:'}`);
        if (password !== null) console.log(password);
      });
    });
  withDataOption(user.command('password'))
    .description(
      'print a new password for who forgot theirs, alone on standard output; sessions end, tokens stay',
    )
    .requiredOption('--email <address>', 'whose it is', parseEmail)
    .action(async ({ email, ...options }: PasswordOptions) => {
      await withClient(options, async (db) => {
        const { resetPassword } = await import('#app/_session/accounts.ts');
        const password = await resetPassword(db, email);
        console.error(`${email} is signed out everywhere; the new password:`);
        console.log(password);
      });
    });
  withDataOption(user.command('role'))
    .description('give an account that is there another role, in sessions that are open too')
    .requiredOption('--email <address>', 'whose it is', parseEmail)
    .addOption(
      new Option('--role <role>', 'what they may do from now on').choices(roles).makeOptionMandatory(),
    )
    .action(async ({ email, role, ...options }: RoleOptions) => {
      await withClient(options, async (db) => {
        const { changeRole } = await import('#app/_session/accounts.ts');
        const before = await changeRole(db, { email, role });
        console.error(`${email} was ${before} and is ${role} now`);
      });
    });
}

function parseEmail(text: string): string {
  if (!z.email().safeParse(text).success) throw new InvalidArgumentError('expected an email address');
  return text;
}

function parsePassword(text: string): string {
  if (text.length < minPasswordLength || text.length > maxPasswordLength)
    throw new InvalidArgumentError(`expected ${minPasswordLength} to ${maxPasswordLength} characters`);
  return text;
}
