import { join } from 'node:path';
import { readSecret } from './secret.ts';
import type { ServiceSpec } from './service.ts';

export type TogetherOptions = { data: string; port: number; host: string };

/** What differs between serving and developing. */
export type Manner = {
  /** Arguments of Node, before the site's `--port` and `--hostname`. */
  siteArgs: string[];
  judgeArgs: string[];
  /** What the site needs before it starts. */
  prepareSite(environment: Record<string, string>, signal: AbortSignal): Promise<unknown>;
  /** Whether to show what site and judge say. */
  echo: boolean;
};

/** What site and judge are told beyond the environment that we were started in. */
export function environmentOf(options: TogetherOptions, databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    WHETSTONE_CACHE_DIR: join(options.data, 'cache'),
    BETTER_AUTH_SECRET: readSecret(options.data),
    BETTER_AUTH_URL: addressOf(options),
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

/** Where a browser on this machine finds the site. */
export function addressOf({ host, port }: TogetherOptions): string {
  const everywhere = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'];
  return `http://${everywhere.includes(host) ? 'localhost' : host}:${port}`;
}

type Described = { options: TogetherOptions; manner: Manner; environment: Record<string, string> };

export function judgeSpec({ options, manner, environment }: Described): ServiceSpec {
  return {
    name: 'judge',
    args: manner.judgeArgs,
    environment,
    logFile: join(options.data, 'logs', 'judge.log'),
    echo: manner.echo,
    // What is being graded is finished: ten seconds of limits, and some to spare.
    graceMs: 30_000,
    ready: { line: 'judge: ready' },
  };
}

export function siteSpec({ options, manner, environment }: Described): ServiceSpec {
  const { host, port } = options;
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host;
  return {
    name: 'site',
    args: [...manner.siteArgs, '--port', String(port), '--hostname', host],
    environment,
    logFile: join(options.data, 'logs', 'site.log'),
    echo: manner.echo,
    // Open event streams are cut: browsers take them up again where they were.
    graceMs: 3000,
    ready: { url: `http://${reachable}:${port}/healthz` },
  };
}
