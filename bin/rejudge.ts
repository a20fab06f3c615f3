import { setTimeout } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import type { VerdictCode } from '#judge/verdict.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { type DataOption, withDataOption } from './database.ts';
import { CommandFailure, exitCodes } from './failure.ts';
import { findUserId, findVersionId, parseId, parseTime, parseVerdict } from './rejudge/choose.ts';
import { previewJson, previewText, progressText, setJson, setLine } from './rejudge/print.ts';
import { withClient } from './with-client.ts';

type Common = DataOption & { json?: true };
type As = { as?: string };
type CreateOptions = Common &
  As & {
    problem?: string;
    version?: string;
    verdict?: VerdictCode[];
    since?: string;
    until?: string;
    user?: string;
    submission?: string[];
    to: 'same' | 'current';
    reason?: string;
    dryRun?: true;
  };

/** `whetstone rejudge`: judge submissions again, compare, apply or discard; without the site. */
export function register(program: Command): void {
  const rejudge = program
    .command('rejudge')
    .description('judge submissions again as a set, see what would change, apply or discard it')
    .addHelpText(
      'after',
      '\nA running judge grades; docs/rejudging.md tells more. Exits with 0, 1 where the answer is no, 2 on failure.',
    );
  verb(rejudge, 'create', 'choose submissions and put them into the queue')
    .option('--problem <slug>', 'to this problem')
    .option('--version <id>', 'graded against this version (sha256:…, or how it begins)')
    .option('--verdict <code...>', 'with one of these verdicts', parseVerdict)
    .option('--since <time>', 'submitted at or after, ISO 8601', parseTime)
    .option('--until <time>', 'submitted before, ISO 8601', parseTime)
    .option('--user <email>', 'of this account, by email or id')
    .option('--submission <id...>', 'these alone', parseId)
    .addOption(
      new Option('--to <version>', 'grade against the version as before, or the current one')
        .choices(['same', 'current'])
        .default('current'),
    )
    .option('--reason <text>', 'why, for who reads it later')
    .option('--as <email>', 'in the name of this account')
    .option('--dry-run', 'only tell how many would be chosen')
    .action(create);
  verb(rejudge, 'list', 'all sets, the newest first').action(list);
  verb(rejudge, 'show', 'progress, old verdicts against new, and what differs')
    .argument('<id>', 'the set', parseId)
    .action(show);
  verb(rejudge, 'watch', 'wait until all of a set is judged; its progress on standard error')
    .argument('<id>', 'the set', parseId)
    .action(watch);
  verb(rejudge, 'apply', 'give the submissions their new results')
    .argument('<id>', 'the set', parseId)
    .option('--partial', 'leave out what is not judged yet or ended in a judge error')
    .option('--as <email>', 'in the name of this account')
    .action(apply);
  verb(rejudge, 'discard', 'give the set up; no submission changes')
    .argument('<id>', 'the set', parseId)
    .option('--as <email>', 'in the name of this account')
    .action(discard);
}

function verb(parent: Command, name: string, description: string): Command {
  return withDataOption(parent.command(name).description(description)).option(
    '--json',
    'print the answer as JSON, and nothing else',
  );
}

async function create(options: CreateOptions): Promise<void> {
  const { json, to: target, dryRun } = options;
  await withDoor(options, async (door, db) => {
    const choice = {
      problem: options.problem,
      version: options.version === undefined ? undefined : await findVersionId(db, options.version),
      verdicts: options.verdict,
      since: options.since,
      until: options.until,
      user: options.user === undefined ? undefined : await findUserId(db, options.user),
      submissions: options.submission,
    };
    if (Object.values(choice).every((value) => value === undefined))
      throw new CommandFailure('choose submissions: by --problem, --version, --verdict, --since … (--help)');
    if (dryRun) {
      const count = await door.countRejudging(db, choice);
      print(json, { count }, `${submissions(count)} would be judged again`);
      return;
    }
    const reason = options.reason?.trim() ?? '';
    if (reason === '') throw new CommandFailure('say why: --reason "the limit of test 7 was too low"');
    const createdBy = options.as === undefined ? null : await findUserId(db, options.as);
    const reply = await door.createRejudging(db, { choice, target, reason, createdBy });
    switch (reply.kind) {
      case 'created':
        print(json, { id: reply.id, count: reply.count }, reply.id);
        console.error(`${submissions(reply.count)} in the queue: whetstone rejudge watch ${reply.id}`);
        return;
      case 'too-many':
        return refuse(
          json,
          `${submissions(reply.count)} fit; at most ${door.maxChosen} are judged again in one set`,
        );
      case 'none':
      case 'no-choice':
        return refuse(json, 'no judged submission fits');
    }
  });
}

async function list(options: Common): Promise<void> {
  await withDoor(options, async (door, db) => {
    const sets = await door.listSets(db, { count: 100 });
    print(options.json, { rejudgings: sets.map(setJson) }, sets.map(setLine).join('\n') || 'none yet');
  });
}

async function show(id: string, options: Common): Promise<void> {
  await withDoor(options, async (door, db) => {
    const preview = await door.previewRejudging(db, id, { count: 1000 });
    if (!preview) throw new CommandFailure(`there is no rejudging ${id}`);
    print(options.json, previewJson(preview), previewText(preview));
  });
}

async function watch(id: string, options: Common): Promise<void> {
  await withDoor(options, async (door, db) => {
    let told = '';
    for (;;) {
      const preview = await door.previewRejudging(db, id, { count: 1000 });
      if (!preview) throw new CommandFailure(`there is no rejudging ${id}`);
      const line = progressText(preview.progress);
      if (line !== told) console.error(line);
      told = line;
      if (preview.progress.queued + preview.progress.running === 0) {
        print(options.json, previewJson(preview), previewText(preview));
        return;
      }
      await setTimeout(1000);
    }
  });
}

async function apply(id: string, options: Common & As & { partial?: true }): Promise<void> {
  await withDoor(options, async (door, db) => {
    const decidedBy = options.as === undefined ? null : await findUserId(db, options.as);
    const reply = await door.applyRejudging(db, { id, decidedBy, partial: options.partial === true });
    switch (reply.kind) {
      case 'applied': {
        const { applied, conflicts, leftOut } = reply;
        const text = `applied to ${submissions(applied)}; ${conflicts} changed meanwhile and stay, ${leftOut} left out`;
        return print(options.json, { applied, conflicts, leftOut }, text);
      }
      case 'unfinished':
        return refuse(
          options.json,
          `${reply.waiting} are not judged yet and ${reply.judgeErrors} ended in a judge error; --partial leaves them out`,
        );
      case 'discarded':
        return refuse(options.json, 'it was discarded');
      case 'unknown':
        throw new CommandFailure(`there is no rejudging ${id}`);
    }
  });
}

async function discard(id: string, options: Common & As): Promise<void> {
  await withDoor(options, async (door, db) => {
    const decidedBy = options.as === undefined ? null : await findUserId(db, options.as);
    const reply = await door.discardRejudging(db, { id, decidedBy });
    switch (reply.kind) {
      case 'discarded':
        return print(options.json, { state: 'discarded' }, 'discarded; no submission has changed');
      case 'applied':
        return refuse(options.json, 'it was applied already');
      case 'unknown':
        throw new CommandFailure(`there is no rejudging ${id}`);
    }
  });
}

type Door = typeof import('#judge/rejudge.ts');

// The client that the door imports is generated where it is not there yet.
function withDoor(options: DataOption, act: (door: Door, db: PrismaClient) => Promise<void>): Promise<void> {
  return withClient(options, async (db) => act(await import('#judge/rejudge.ts'), db));
}

function print(json: true | undefined, answer: unknown, text: string): void {
  console.log(json ? JSON.stringify(answer, null, 2) : text);
}

function refuse(json: true | undefined, why: string): void {
  if (json) console.log(JSON.stringify({ refused: why }, null, 2));
  else console.error(why);
  process.exitCode = exitCodes.no;
}

function submissions(count: number): string {
  return `${count} ${count === 1 ? 'submission' : 'submissions'}`;
}
