import { z } from 'zod';
import { type LogLevel, logLevels } from '#judge/log.ts';
import { type Bounds, defaultBounds } from '#prisma/submission.ts';

const perMinute = z.coerce.number().int().min(1).max(1_000_000);

const schema = z.object({
  /** Postgres that the site reads and writes. */
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'expected postgres://…'),
  /** Signs sessions; at least 32 characters, the same on every host. `npm start` makes one and keeps it in the data folder. */
  BETTER_AUTH_SECRET: z.string().min(32, 'expected at least 32 characters'),
  /** The public address, where it differs from the one the server is asked by (behind a proxy). */
  BETTER_AUTH_URL: z.url().optional(),
  /** How many proxies in front append to `x-forwarded-for`; without any, rate limits go by the connection itself. */
  WHETSTONE_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Bearer token that /metrics asks for; without one it answers this machine alone. */
  WHETSTONE_METRICS_TOKEN: z.string().min(16, 'expected at least 16 characters').optional(),
  /** Submissions that may wait to be graded, all together; more are refused with 503 until there is room. */
  WHETSTONE_MAX_PENDING: z.coerce.number().int().min(1).max(1_000_000).default(defaultBounds.pending),
  /** Submissions of one user that may wait to be graded; more are refused with 429. */
  WHETSTONE_MAX_PENDING_PER_USER: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(defaultBounds.pendingPerUser),
  /** Submissions a minute: by one user, from one address (a class room may share one), and all together. */
  WHETSTONE_USER_PER_MINUTE: perMinute.default(20),
  WHETSTONE_ADDRESS_PER_MINUTE: perMinute.default(120),
  WHETSTONE_ALL_PER_MINUTE: perMinute.default(6000),
});

/** What may be submitted: a minute, by whom; and how many may be pending. */
export type SubmitLimits = {
  perMinute: { user: number; address: number; all: number };
  bounds: Bounds;
};

export type SiteConfig = {
  databaseUrl: string;
  secret: string;
  origin: string | undefined;
  trustedProxies: number;
  metricsToken: string | undefined;
  limits: SubmitLimits;
};

/** Reads and checks the site's environment. Throws with every variable at fault named. */
export function readSiteConfig(env: NodeJS.ProcessEnv = process.env): SiteConfig {
  const parsed = schema.safeParse(env);
  if (!parsed.success) throw new Error(`the site's environment is wrong\n${z.prettifyError(parsed.error)}`);
  const read = parsed.data;
  return {
    databaseUrl: read.DATABASE_URL,
    secret: read.BETTER_AUTH_SECRET,
    origin: read.BETTER_AUTH_URL,
    trustedProxies: read.WHETSTONE_TRUSTED_PROXIES,
    limits: {
      perMinute: {
        user: read.WHETSTONE_USER_PER_MINUTE,
        address: read.WHETSTONE_ADDRESS_PER_MINUTE,
        all: read.WHETSTONE_ALL_PER_MINUTE,
      },
      bounds: { pending: read.WHETSTONE_MAX_PENDING, pendingPerUser: read.WHETSTONE_MAX_PENDING_PER_USER },
    },
    metricsToken: read.WHETSTONE_METRICS_TOKEN,
  };
}

const logLevel = z.enum(logLevels).default('info');

/** What is less than `WHETSTONE_LOG_LEVEL` is not logged. A word it doesn't know must not keep trouble from being told. */
export function readLogLevel(env: NodeJS.ProcessEnv = process.env): LogLevel {
  return logLevel.safeParse(env['WHETSTONE_LOG_LEVEL']).data ?? 'info';
}
