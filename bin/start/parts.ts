import { join } from 'node:path';
import { readCommandConfig } from '../config.ts';
import type { DataOption } from '../database.ts';
import { readSecret } from './secret.ts';
import type { ServiceSpec } from './service.ts';

export type TogetherOptions = DataOption & { port: number; host: string };

/** What site and judge are told beyond the environment that we were started in. */
export function environmentOf(options: DataOption, databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    WHETSTONE_CACHE_DIR: readCommandConfig().cacheFolder ?? join(options.data, 'cache'),
    NEXT_TELEMETRY_DISABLED: '1',
    // Whatever started us had its own idea of it.
    NODE_ENV: 'production',
  };
}

/** Where a browser on this machine finds the site. */
export function addressOf({ host, port }: TogetherOptions): string {
  const everywhere = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'];
  return `http://${everywhere.includes(host) ? 'localhost' : host}:${port}`;
}

type Described<Options> = {
  options: Options;
  environment: Record<string, string>;
  /** Arguments of Node. */
  args: string[];
  /** Whether to show what it says. */
  echo: boolean;
};

export function judgeSpec({ options, environment, args, echo }: Described<DataOption>): ServiceSpec {
  return {
    name: 'judge',
    args,
    environment,
    logFile: join(options.data, 'logs', 'judge.log'),
    echo,
    // What is being graded is finished: ten seconds of limits, and some to spare.
    graceMs: 30_000,
    ready: { line: 'judge: ready' },
  };
}

export function siteSpec({ options, environment, args, echo }: Described<TogetherOptions>): ServiceSpec {
  const { host, port } = options;
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host;
  return {
    name: 'site',
    args: [...args, '--port', String(port), '--hostname', host],
    // The judge, beside strangers' code, has no use for what signs sessions.
    environment: { ...environment, BETTER_AUTH_SECRET: readSecret(options.data) },
    logFile: join(options.data, 'logs', 'site.log'),
    echo,
    // Event streams end by themselves, and what is being answered is answered.
    graceMs: 10_000,
    ready: { url: `http://${reachable}:${port}/healthz` },
  };
}
