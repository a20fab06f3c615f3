import { z } from 'zod';

const schema = z.object({
  /** Postgres to keep everything in; without it an embedded one is started in the data folder. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'expected postgres://…')
    .refine(URL.canParse, 'expected postgres://user:password@host:port/database, with @ as %40 and # as %23')
    .optional(),
});

/** The message names every variable at fault. */
export class WrongEnvironment extends Error {
  readonly code = 'WRONG_ENVIRONMENT';
}

export type DatabaseConfig = { databaseUrl: string | undefined };

/** Reads and checks the database's part of the environment. Throws {@link WrongEnvironment}. */
export function readDatabaseConfig(env: NodeJS.ProcessEnv = process.env): DatabaseConfig {
  // An empty variable is how shells and compose files say "not set".
  const parsed = schema.safeParse({ DATABASE_URL: env['DATABASE_URL'] || undefined });
  if (!parsed.success)
    throw new WrongEnvironment(`the environment is wrong\n${z.prettifyError(parsed.error)}`);
  return { databaseUrl: parsed.data.DATABASE_URL };
}
