/**
 * Brings a database to the schema. Prisma's own schema engine, in WebAssembly: its native binary is not part of
 * any npm package and could not be had without further downloads.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { DatabaseUnavailable, provideDatabase, requireDatabase, requireRights } from './provide-database.ts';

const folder = join(import.meta.dirname, 'migrations');
const schemaFile = join(import.meta.dirname, 'schema.prisma');
const filters = { externalTables: [], externalEnums: [] };

// Any number will do as long as all of us take the same.
const lockKey = 7203_1955;

/**
 * Creates the database where it is missing and applies what is new, the queue's tables too; tells the names.
 * Throws {@link DatabaseUnavailable}, also where a newer Whetstone was here.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  await provideDatabase(databaseUrl);
  // Several hosts may start at once: one migrates, the others find nothing left to do.
  return withLock(databaseUrl, async () => {
    const pending = await findPending(databaseUrl);
    // The engine fails with a stack where it lacks them.
    if (pending.length > 0) await requireRights(databaseUrl);
    const applied = await withEngine(databaseUrl, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: listMigrations(),
        filters,
      });
      return appliedMigrationNames;
    });
    await runMigrations({ connectionString: databaseUrl, logger: new Logger(() => () => undefined) });
    return applied;
  });
}

/**
 * Names of the migrations that the database lacks. Throws {@link DatabaseUnavailable} where it doesn't answer, or a
 * newer Whetstone was here: the schema engine passes over migrations that it doesn't know.
 */
export async function findPending(databaseUrl: string): Promise<string[]> {
  await requireDatabase(databaseUrl);
  const applied = await findApplied(databaseUrl);
  const known = migrationNames();
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new DatabaseUnavailable(
      `the database was brought further by a newer Whetstone (${unknown.join(', ')}). Update this copy, or use another database.`,
    );
  }
  return known.filter((name) => !applied.includes(name));
}

async function findApplied(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query(
      "select 1 where to_regclass('_prisma_migrations') is not null",
    );
    if (tables.length === 0) return [];
    const { rows } = await client.query<{ name: string }>(
      'select migration_name as name from _prisma_migrations where finished_at is not null',
    );
    return rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/**
 * Writes the step from the last migration to `schema.prisma` as a new migration, a copy of the schema beside it,
 * and tells its folder; undefined where nothing changed. The copy is what the next step starts from: the
 * WebAssembly engine cannot read a schema back from a database (7.10: type 'char' could not be deserialized).
 */
export async function createMigration(databaseUrl: string, name: string): Promise<string | undefined> {
  const content = readFileSync(schemaFile, 'utf8');
  const last = migrationNames().at(-1);
  const script = await withEngine(databaseUrl, async (engine) => {
    const { stdout } = await engine.diff({
      from: last ? datamodel(readFileSync(join(folder, last, 'schema.prisma'), 'utf8')) : { tag: 'empty' },
      to: datamodel(content),
      script: true,
      exitCode: null,
      filters,
    });
    return stdout;
  });
  if (!script || script.includes('This is an empty migration')) return undefined;
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const path = join(folder, `${stamp}_${name}`);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'migration.sql'), script);
  writeFileSync(join(path, 'schema.prisma'), content);
  return path;
}

function datamodel(content: string) {
  return { tag: 'schemaDatamodel' as const, files: [{ path: schemaFile, content }] };
}

function migrationNames(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function listMigrations() {
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(join(folder, path, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

async function withEngine<T>(databaseUrl: string, act: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await loadEngine();
  const schema: [string, string] = [schemaFile, readFileSync(schemaFile, 'utf8')];
  // A pool of ours: the engine leaves its connections open, and with them its lock on the migrations.
  const pool = new pg.Pool({ connectionString: databaseUrl });
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
  const engine = await SchemaEngine.new({ datamodels: [schema] }, () => undefined, adapter);
  try {
    return await act(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

type Engine = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');
let engineModule: Promise<Engine> | undefined;

// By hand, since Node's `import` of WebAssembly is experimental and says so on every start; and once, since
// the glue keeps views of the memory of the instance it met first.
function loadEngine(): Promise<Engine> {
  engineModule ??= instantiateEngine();
  return engineModule;
}

async function instantiateEngine(): Promise<Engine> {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const { resolve } = createRequire(import.meta.url);
  const bytes = readFileSync(resolve('@prisma/schema-engine-wasm').replace(/\.js$/, '_bg.wasm'));
  const imports = Object.entries(glue).map(([name, value]) => [name, idle(name, value)]);
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': Object.fromEntries(imports),
  });
  const { exports } = instance;
  glue.__wbg_set_wasm(exports);
  if (typeof exports['__wbindgen_start'] === 'function') exports['__wbindgen_start']();
  return glue;
}

// The engine never clears the ten-second alarm of its lock, which would keep every command running for that long.
function idle(name: string, value: unknown): unknown {
  if (!name.startsWith('__wbg_setTimeout_')) return value;
  return (callback: () => void, ms: number) => setTimeout(callback, ms).unref();
}

async function withLock<T>(databaseUrl: string, act: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    return await act();
  } finally {
    // The lock goes with the connection.
    await client.end();
  }
}
