import { randomBytes } from 'node:crypto';
import { availableParallelism, hostname } from 'node:os';
import { z } from 'zod';
import { type BackendName, backendNames } from './backend.ts';
import { type LogLevel, logLevels } from './log.ts';

const flag = z
  .enum(['', '0', '1'], 'expected 0 or 1')
  .default('0')
  .transform((value) => value === '1');

const schema = z.object({
  /** Postgres to take work from. */
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'expected postgres://…'),
  /** Submissions graded at a time, two or more: one slot is kept from rejudging and batches. Each uses about one core. */
  WHETSTONE_CONCURRENCY: z.coerce.number().int().min(2).max(256).default(Math.max(2, availableParallelism())),
  /** Grade even where bubblewrap cannot run. Only for code you trust. */
  WHETSTONE_WEAK_SANDBOX: flag,
  /** Backend of the reference engine, instead of the best that is here: docs/gpu.md. */
  WHETSTONE_REFERENCE_BACKEND: z.preprocess((value) => value || undefined, z.enum(backendNames).optional()),
  /** Folder for what can be computed again: the tfjs snapshot, prepared packages. */
  WHETSTONE_CACHE_DIR: z.string().default('.whetstone/cache'),
  /** The judge's name in leases; unique among all judges. Containers may share name and number, so chance is in it. */
  WHETSTONE_JUDGE_ID: z
    .string()
    .min(1)
    .default(() => `${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}`),
  /** Port of the judge's own /metrics, /healthz and /readyz; unset, and it listens nowhere. */
  WHETSTONE_JUDGE_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  /** Address that port is opened on: this machine alone, unless a scraper or an orchestrator elsewhere asks. */
  WHETSTONE_JUDGE_HOST: z.string().min(1).default('127.0.0.1'),
  /** Bearer token that /metrics then asks for. */
  WHETSTONE_METRICS_TOKEN: z.string().min(16, 'expected at least 16 characters').optional(),
  /** Seconds after SIGTERM in which what is graded may still finish; then it goes back to the queue. */
  WHETSTONE_DRAIN_SECONDS: z.coerce.number().min(0).max(3600).default(20),
  /** What is less than this is not logged. */
  WHETSTONE_LOG_LEVEL: z.enum(logLevels).default('info'),
});

export type JudgeConfig = {
  databaseUrl: string;
  concurrency: number;
  weakSandbox: boolean;
  /** Undefined: the best that is here. */
  backend: BackendName | undefined;
  cacheDir: string;
  judgeId: string;
  /** Null where nobody is to look. */
  listen: { port: number; host: string } | null;
  metricsToken: string | undefined;
  drainMs: number;
  logLevel: LogLevel;
};

/** Reads and checks the judge's environment. Throws with every variable at fault named. */
export function readJudgeConfig(env: NodeJS.ProcessEnv = process.env): JudgeConfig {
  const parsed = schema.safeParse(env);
  if (!parsed.success) throw new Error(`the judge's environment is wrong\n${z.prettifyError(parsed.error)}`);
  return {
    databaseUrl: parsed.data.DATABASE_URL,
    concurrency: parsed.data.WHETSTONE_CONCURRENCY,
    weakSandbox: parsed.data.WHETSTONE_WEAK_SANDBOX,
    backend: parsed.data.WHETSTONE_REFERENCE_BACKEND,
    cacheDir: parsed.data.WHETSTONE_CACHE_DIR,
    judgeId: parsed.data.WHETSTONE_JUDGE_ID,
    listen:
      parsed.data.WHETSTONE_JUDGE_PORT === undefined
        ? null
        : { port: parsed.data.WHETSTONE_JUDGE_PORT, host: parsed.data.WHETSTONE_JUDGE_HOST },
    metricsToken: parsed.data.WHETSTONE_METRICS_TOKEN,
    drainMs: parsed.data.WHETSTONE_DRAIN_SECONDS * 1000,
    logLevel: parsed.data.WHETSTONE_LOG_LEVEL,
  };
}
