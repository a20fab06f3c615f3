import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { verdictCodes } from '#judge/verdict.ts';
import { readCommandConfig } from './config.ts';
import { CommandFailure, exitCodes } from './failure.ts';
import { type Connection, callApi, followEvents } from './submit/api.ts';

type SubmitOptions = { problem: string; batch?: true; url?: string; token?: string };

const queued = z.object({ id: z.string() });
const test = z.object({ name: z.string(), verdict: z.enum(verdictCodes), message: z.string().nullish() });
const submission = z.object({
  status: z.string(),
  verdict: z.enum(verdictCodes).nullable(),
  score: z.number().nullish(),
  cpuMs: z.number().nullish(),
  memoryKiB: z.number().nullish(),
  compile: z
    .array(z.object({ line: z.number(), column: z.number(), code: z.string(), message: z.string() }))
    .nullish(),
  tests: z.array(test).nullish(),
  diagnosis: z.object({ title: z.unknown(), message: z.unknown() }).nullish(),
});

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
  const connection: Connection = { url: options.url ?? config.siteUrl, token };
  const source = await readSource(file);
  const body = { problem: options.problem, source, ...(options.batch && { queue: 'batch' }) };
  const { id } = queued.parse(await callApi(connection, '/api/v1/submissions', body));
  console.error(`submitted as ${id}`);
  await followEvents(connection, `/api/v1/submissions/${id}/events`, (progress) => console.error(progress));
  const judged = submission.parse(await callApi(connection, `/api/v1/submissions/${id}`));
  if (judged.verdict === null)
    throw new CommandFailure(`the submission is ${judged.status} and has no verdict yet: ${connection.url}`);
  console.log(describe(judged));
  // A judge error says nothing about the solution.
  const none = judged.verdict === 'JE';
  process.exitCode = judged.verdict === 'AC' ? exitCodes.yes : none ? exitCodes.failed : exitCodes.no;
}

async function readSource(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new CommandFailure(`${file} cannot be read`, { cause });
  }
}

function describe(judged: z.infer<typeof submission>): string {
  const { verdict, score, cpuMs, memoryKiB, compile, tests } = judged;
  const failing = (tests ?? []).filter((one) => one.verdict !== 'AC');
  return [
    [
      verdict,
      score == null ? '' : `${score} points`,
      cpuMs == null ? '' : `${Math.round(cpuMs)} ms`,
      memoryKiB == null ? '' : `${(memoryKiB / 1024).toFixed(1)} MiB`,
    ]
      .filter(Boolean)
      .join(' · '),
    ...(compile ?? []).map((at) => `  ${at.line}:${at.column} ${at.code} ${at.message}`),
    ...failing.map((one) => `  ${one.verdict} ${one.name}${one.message ? `: ${one.message}` : ''}`),
  ].join('\n');
}
