import pg from 'pg';

/** The database can't be used; the message says why and what to do, and never a password. */
export class DatabaseUnavailable extends Error {
  readonly code = 'DATABASE_UNAVAILABLE';
}

const unknownDatabase = '3D000';
const databaseExists = '42P04';

/** Sees that the database is there and answers. Throws {@link DatabaseUnavailable}. */
export async function requireDatabase(databaseUrl: string): Promise<void> {
  const trouble = await tryQuery(databaseUrl, 'select 1');
  if (trouble !== undefined) throw explain(databaseUrl, trouble);
}

/** As {@link requireDatabase}, but creates the database where the server has none of this name. */
export async function provideDatabase(databaseUrl: string): Promise<void> {
  const trouble = await tryQuery(databaseUrl, 'select 1');
  if (trouble === undefined) return;
  if (codeOf(trouble) !== unknownDatabase) throw explain(databaseUrl, trouble);
  const { database, user, maintenance } = namesIn(databaseUrl);
  const refusal = await tryQuery(maintenance, `create database ${pg.escapeIdentifier(database)}`);
  // Another host may have been quicker.
  if (refusal !== undefined && codeOf(refusal) !== databaseExists) {
    throw new DatabaseUnavailable(
      `the database ${database} does not exist and cannot be created: ${wordsOf(refusal)}. Create it (\`createdb -O ${user} ${database}\`, by who may), or name another in DATABASE_URL.`,
      { cause: refusal },
    );
  }
}

/** Sees that tables can be made there. Throws {@link DatabaseUnavailable}. */
export async function requireRights(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ allowed: boolean; database: string; role: string }>(
      `select current_database() as database, current_user as role,
         has_database_privilege(current_database(), 'create')
           and coalesce(has_schema_privilege(current_schema(), 'create'), false) as allowed`,
    );
    const [right] = rows;
    if (right === undefined || right.allowed) return;
    const { database, role } = right;
    throw new DatabaseUnavailable(
      `${role} may not make tables in the database ${database}. Give it to them: \`alter database "${database}" owner to "${role}"\`.`,
    );
  } finally {
    await client.end();
  }
}

const loginRefused = ['28P01', '28000'];

function explain(databaseUrl: string, trouble: Error): DatabaseUnavailable {
  const { server } = namesIn(databaseUrl);
  const code = codeOf(trouble);
  const answered = trouble instanceof pg.DatabaseError;
  const remedy = !answered
    ? 'Start it, or correct host and port in DATABASE_URL; without DATABASE_URL an embedded Postgres is used.'
    : code !== undefined && loginRefused.includes(code)
      ? 'Correct user and password in DATABASE_URL (signs such as @ or # stand there as %40 and %23).'
      : code === unknownDatabase
        ? '`whetstone db migrate` creates it, and so does `whetstone start`.'
        : 'Remedy that and try again.';
  const what = answered ? `the Postgres at ${server} refuses` : `no Postgres can be reached at ${server}`;
  return new DatabaseUnavailable(`${what}: ${wordsOf(trouble)}. ${remedy}`, { cause: trouble });
}

type Names = { server: string; user: string; database: string; maintenance: string };

function namesIn(databaseUrl: string): Names {
  const url = new URL(databaseUrl);
  const socket = url.searchParams.get('host');
  const server = socket ?? `${url.hostname || 'localhost'}:${url.port || '5432'}`;
  const maintenance = new URL(databaseUrl);
  maintenance.pathname = '/postgres';
  // As libpq has it: without a name the database is called like the user.
  const user = decodeURIComponent(url.username);
  const database = decodeURIComponent(url.pathname.slice(1)) || user;
  return { server, user, database, maintenance: maintenance.href };
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

// A name with two addresses fails twice, in an AggregateError without words of its own.
function wordsOf(error: Error): string {
  const words = error instanceof AggregateError ? error.errors.map(String).join('; ') : error.message;
  return words || (codeOf(error) ?? error.name);
}

// A host that swallows packets must not look like a start that takes its time.
const patienceMs = 10_000;

async function tryQuery(databaseUrl: string, sql: string): Promise<Error | undefined> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: patienceMs });
  try {
    await client.connect();
    await client.query(sql);
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause));
  } finally {
    await client.end().catch(() => undefined);
  }
}
