/** The judge process: configuration → stations → queue; SIGTERM and SIGINT drain it. */
import { openDatabase } from '#prisma/client.ts';
import { openCompiler } from './compile.ts';
import { readJudgeConfig } from './config.ts';
import { jsonLog } from './log.ts';
import { openReferenceEngine } from './reference.ts';
import { openSandboxPool } from './sandbox.ts';
import { serve } from './serve.ts';

const config = readJudgeConfig();
const { databaseUrl, concurrency, judgeId, weakSandbox, cacheDir } = config;
const log = jsonLog(process.stderr);

const stopping = new Promise<void>((resolve) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
});

const db = openDatabase(databaseUrl);
const [compiler, sandboxes, reference] = await Promise.all([
  openCompiler({ size: concurrency, weakSandbox }),
  openSandboxPool({ size: concurrency + 1, weakSandbox, cacheDir }),
  openReferenceEngine({ weakSandbox, cacheDir }),
]);
const judge = await serve({ compiler, sandboxes, reference }, { db, databaseUrl, judgeId, concurrency, log });
process.stdout.write('judge: ready\n');

await stopping;
log('info', 'draining');
await judge.drain();
await Promise.all([compiler.close(), sandboxes.close(), reference.close()]);
await db.$disconnect();
