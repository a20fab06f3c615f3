import { type Command, InvalidArgumentError } from 'commander';
import { provideBubblewrap } from './bubblewrap.ts';
import { readCommandConfig } from './config.ts';
import { type DataOption, withDataOption } from './database.ts';
import { CommandFailure } from './failure.ts';
import { quiet } from './quiet.ts';
import { runAlone } from './start/alone.ts';
import { judgeSpec } from './start/parts.ts';
import { step } from './step.ts';
import { provideTensorflow } from './tensorflow.ts';

type JudgeOptions = DataOption & { concurrency?: string };

/** `whetstone judge`: a judge alone, as many as are wanted beside one database. */
export function register(program: Command): void {
  const judge = program
    .command('judge')
    .description('judge submissions alone; the site runs elsewhere, on the same database')
    .addHelpText('after', '\nNeeds DATABASE_URL, or a database started by `whetstone db start`.');
  withDataOption(judge)
    .option(
      '--concurrency <number>',
      'submissions graded at a time, at least two (as many as there are cores)',
      parseCount,
    )
    .action((options: JudgeOptions) =>
      runAlone(options, async (environment, signal) => {
        const trouble = await step('try the sandbox', () => provideBubblewrap(signal));
        if (trouble !== null && !readCommandConfig().weakSandbox) {
          throw new CommandFailure(
            `submissions cannot be confined here: ${trouble}. Remedy that; or, where all who submit are trusted with this machine, set WHETSTONE_WEAK_SANDBOX=1.`,
          );
        }
        await provideTensorflow(signal);
        const { concurrency } = options;
        return judgeSpec({
          options,
          environment: { ...environment, ...(concurrency && { WHETSTONE_CONCURRENCY: concurrency }) },
          args: [quiet, 'judge/main.ts'],
          echo: true,
        });
      }),
    );
}

function parseCount(text: string): string {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count < 2 || count > 256) throw new InvalidArgumentError('expected a number from 2 to 256');
  return text;
}
