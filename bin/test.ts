import { join } from 'node:path';
import { Argument, type Command } from 'commander';
import { rootFolder } from './config.ts';
import { exitCodes } from './failure.ts';
import { buildSite, generateClient, nextProgram } from './prepare.ts';
import { runProgram } from './run-program.ts';
import { installStopSwitch } from './start/stop-switch.ts';
import { step } from './step.ts';
import { provision } from './test/provision.ts';
import {
  type CheckName,
  type Counts,
  closingLines,
  type Outcome,
  type StepName,
  type SuiteName,
  stepNames,
  usualSteps,
} from './test/steps.ts';
import { runSuite } from './test/suite.ts';

/** `whetstone test`: sets up what the tests need, runs them and sums them up. */
export function register(program: Command): void {
  program
    .command('test')
    .description('check everything but chaos, with a sample of the attacks; or the steps named')
    .addArgument(new Argument('[steps...]').choices(stepNames))
    .addHelpText(
      'after',
      `
WHETSTONE_HOSTILE=all tries every attack, which takes minutes more. The last line says \`N passed, N failed\`;
a check like lint counts as one test.`,
    )
    .action((steps: StepName[]) =>
      test(steps.length > 0 ? stepNames.filter((name) => steps.includes(name)) : usualSteps),
    );
}

async function test(steps: readonly StepName[]): Promise<void> {
  const { asked } = installStopSwitch();
  const browser = steps.includes('e2e');
  const sandboxed = ['reference', 'integration', 'hostile', 'chaos', 'e2e'] as const;
  const vulkan = ['reference', 'integration'] as const;
  await provision(
    {
      sandbox: sandboxed.some((name) => steps.includes(name)),
      browser,
      vulkan: vulkan.some((name) => steps.includes(name)),
    },
    asked,
  );
  await step('generate the database client', () => generateClient(asked));
  if (browser || steps.includes('chaos')) await step('build the site', () => buildSite({}, asked));
  const outcomes: Outcome[] = [];
  for (const name of steps) {
    const started = performance.now();
    const counts = await run(name, asked);
    asked.throwIfAborted();
    outcomes.push({ name, ...counts, seconds: (performance.now() - started) / 1000 });
  }
  console.log(`\n${closingLines(outcomes)}`);
  if (outcomes.some(({ failures }) => failures.length > 0)) process.exitCode = exitCodes.no;
}

const checks: Record<CheckName, (signal: AbortSignal) => Promise<unknown>> = {
  lint: (signal) => runTool('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.'], signal),
  types: async (signal) => {
    await runProgram(process.execPath, [nextProgram, 'typegen'], { signal });
    // From scratch: what TypeScript 7.0 keeps between runs hides errors in files that did not change themselves.
    await runTool('typescript/bin/tsc', ['--noEmit', '--incremental', 'false'], signal);
  },
  unused: (signal) => runTool('knip/bin/knip.js', [], signal),
  // The path over a GPU is tried on a software adapter, which every machine can have.
  reference: async (signal) => {
    const required = 'webgpu-software,wasm,cpu';
    const args = ['bin/whetstone.ts', 'reference', 'check', '--require', required];
    console.log(
      await runProgram(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { signal }),
    );
  },
  content: (signal) => runProgram(process.execPath, ['bin/whetstone.ts', 'content', 'check'], { signal }),
};

async function run(name: StepName, signal: AbortSignal): Promise<Counts> {
  if (!isCheck(name)) {
    console.log(`\n  … ${name}`);
    return runSuite(name, signal);
  }
  try {
    await step(name, () => checks[name](signal));
    return { passed: 1, failures: [] };
  } catch (error) {
    signal.throwIfAborted();
    const message = error instanceof Error ? error.message : String(error);
    console.log(message);
    return { passed: 0, failures: [message] };
  }
}

function isCheck(name: StepName): name is Exclude<StepName, SuiteName> {
  return name in checks;
}

function runTool(path: string, args: string[], signal: AbortSignal): Promise<string> {
  return runProgram(process.execPath, [join(rootFolder, 'node_modules', path), ...args], { signal });
}
