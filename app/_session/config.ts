import { z } from 'zod';
import { type LogLevel, logLevels } from '#judge/log.ts';

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
});

export type SiteConfig = {
  databaseUrl: string;
  secret: string;
  origin: string | undefined;
  trustedProxies: number;
  metricsToken: string | undefined;
};

/** Reads and checks the site's environment. Throws with every variable at fault named. */
export function readSiteConfig(env: NodeJS.ProcessEnv = process.env): SiteConfig {
  const parsed = schema.safeParse(env);
  if (!parsed.success) throw new Error(`the site's environment is wrong\n${z.prettifyError(parsed.error)}`);
  const { DATABASE_URL, BETTER_AUTH_SECRET, BETTER_AUTH_URL, WHETSTONE_TRUSTED_PROXIES } = parsed.data;
  return {
    databaseUrl: DATABASE_URL,
    secret: BETTER_AUTH_SECRET,
    origin: BETTER_AUTH_URL,
    trustedProxies: WHETSTONE_TRUSTED_PROXIES,
    metricsToken: parsed.data.WHETSTONE_METRICS_TOKEN,
  };
}

const logLevel = z.enum(logLevels).default('info');

/** What is less than `WHETSTONE_LOG_LEVEL` is not logged. A word it doesn't know must not keep trouble from being told. */
export function readLogLevel(env: NodeJS.ProcessEnv = process.env): LogLevel {
  return logLevel.safeParse(env['WHETSTONE_LOG_LEVEL']).data ?? 'info';
}
