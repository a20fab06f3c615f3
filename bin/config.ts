import { resolve } from 'node:path';
import { z } from 'zod';
import { type BackendName, backendNames } from '#judge/backend.ts';
import { CommandFailure } from './failure.ts';

/** Where this copy of Whetstone stands. */
export const rootFolder = resolve(import.meta.dirname, '..');

const schema = z.object({
  /** Folder for everything that is kept on this machine; `--data` goes before it. */
  WHETSTONE_DATA: z.string().min(1).default(resolve(rootFolder, '.whetstone')),
  /** Folder for what can be computed again, shared by several data folders; without it one in the data folder. */
  WHETSTONE_CACHE_DIR: z.string().min(1).optional(),
  /** Address of a running Whetstone, for `submit`. */
  WHETSTONE_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  /** An API token, for `submit`. */
  WHETSTONE_TOKEN: z.string().min(1).optional(),
  /** What signs sessions, the same on every host of one site; without it one is kept in the data folder. */
  BETTER_AUTH_SECRET: z.string().min(32, 'expected at least 32 characters').optional(),
  /** Judge even where submissions cannot be confined; the judge reads it, too. */
  WHETSTONE_WEAK_SANDBOX: z
    .enum(['0', '1'], 'expected 0 or 1')
    .default('0')
    .transform((value) => value === '1'),
  /** Backend of the reference engine, instead of the best that is here (docs/gpu.md); the judge reads it, too. */
  WHETSTONE_REFERENCE_BACKEND: z.enum(backendNames).optional(),
});

export type CommandConfig = {
  dataFolder: string;
  siteUrl: string;
  token: string | undefined;
  weakSandbox: boolean;
  authSecret: string | undefined;
  cacheFolder: string | undefined;
  /** Undefined: the best that is here. */
  backend: BackendName | undefined;
};

/** Reads and checks the commands' environment. Throws with every variable at fault named. */
export function readCommandConfig(env: NodeJS.ProcessEnv = process.env): CommandConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new CommandFailure(`the environment is wrong\n${z.prettifyError(parsed.error)}`);
  const {
    WHETSTONE_CACHE_DIR,
    WHETSTONE_DATA,
    WHETSTONE_URL,
    WHETSTONE_TOKEN,
    WHETSTONE_WEAK_SANDBOX,
    WHETSTONE_REFERENCE_BACKEND,
    BETTER_AUTH_SECRET,
  } = parsed.data;
  return {
    dataFolder: resolve(WHETSTONE_DATA),
    siteUrl: WHETSTONE_URL,
    token: WHETSTONE_TOKEN,
    weakSandbox: WHETSTONE_WEAK_SANDBOX,
    authSecret: BETTER_AUTH_SECRET,
    cacheFolder: WHETSTONE_CACHE_DIR === undefined ? undefined : resolve(WHETSTONE_CACHE_DIR),
    backend: WHETSTONE_REFERENCE_BACKEND,
  };
}

/** What a process of ours gets: what the caller's environment says, and what we know better. */
export function environmentWith(known: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...known };
}
