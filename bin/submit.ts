import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { commandMessages } from '#app/_messages/command.ts';
import type { Locale } from '#judge/verdict.ts';
import { readCommandConfig } from './config.ts';
import { CommandFailure, exitCodes } from './failure.ts';
import { localeOption } from './locale-option.ts';
import { type Connection, callApi, followEvents } from './submit/api.ts';
import { judged, judgedText } from './submit/judged.ts';

type SubmitOptions = { problem: string; locale: Locale; batch?: true; url?: string; token?: string };

const queued = z.object({ id: z.string() });

/** `whetstone submit`: sends a solution to a running Whetstone and waits for its verdict. */
export function register(program: Command): void {
  program
    .command('submit')
    .description('send a solution to a running Whetstone and wait for the verdict')
    .argument('<file>', 'the solution')
    .requiredOption('--problem <slug>', 'the problem it solves')
    .option('--batch', 'one of many: to be judged when nobody waits for anything else')
    .option('--url <address>', 'where Whetstone runs (WHETSTONE_URL, else http://localhost:3000)')
    .option(
      '--token <token>',
      'an API token (WHETSTONE_TOKEN), from the settings page or `whetstone token create`',
    )
    .addOption(localeOption())
    .addHelpText('after', '\nExits with 0 for accepted, 1 for any other verdict, 2 where there is none.')
    .action(submit);
}

async function submit(file: string, options: SubmitOptions): Promise<void> {
  const config = readCommandConfig();
  const token = options.token ?? config.token;
  if (token === undefined) {
    throw new CommandFailure(
      'a token is needed: --token or WHETSTONE_TOKEN. `whetstone token create --email you@example.org` makes one.',
    );
  }
  const connection: Connection = { url: options.url ?? config.siteUrl, token, locale: options.locale };
  const source = await readSource(file);
  const body = { problem: options.problem, source, ...(options.batch && { queue: 'batch' }) };
  const { id } = queued.parse(await callApi(connection, '/api/v1/submissions', body));
  console.error(commandMessages[options.locale].submitted(id));
  await followEvents(connection, `/api/v1/submissions/${id}/events`, (progress) => console.error(progress));
  const submission = judged.parse(await callApi(connection, `/api/v1/submissions/${id}`));
  const { verdict, status } = submission;
  if (verdict === null)
    throw new CommandFailure(`the submission is ${status} and has no verdict yet: ${connection.url}`);
  const { locale, problem } = options;
  console.log(judgedText(submission, { locale, problem, siteUrl: connection.url }));
  // A judge error says nothing about the solution.
  const none = verdict === 'JE';
  process.exitCode = verdict === 'AC' ? exitCodes.yes : none ? exitCodes.failed : exitCodes.no;
}

async function readSource(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new CommandFailure(`${file} cannot be read`, { cause });
  }
}
