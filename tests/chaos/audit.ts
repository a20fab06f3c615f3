/** What the database itself has seen: every time a submission became done, or a verdict changed. */
import pg from 'pg';
import { z } from 'zod';
import { indexOf } from './plan.ts';

/** Installs what writes it down; it stays for good, restarts of Postgres included. */
export async function installAudit(databaseUrl: string): Promise<void> {
  await ask(databaseUrl, [
    'create table chaos_audit (id uuid not null, at timestamptz not null default now(), verdict text)',
    `create function chaos_note() returns trigger language plpgsql as $$
      begin insert into chaos_audit (id, verdict) values (new.id, new.verdict); return new; end $$`,
    `create trigger chaos_audit after update on submission for each row
      when (new.status = 'done' or old.status = 'done') execute function chaos_note()`,
  ]);
}

const ended = z.object({
  id: z.uuid(),
  source: z.string(),
  status: z.string(),
  verdict: z.string().nullable(),
  leases: z.int(),
  /** What its tests failed of, and what they used: `secret/1/01 time wall cpu 20 ms, memory 8 MiB`. */
  failures: z.string().nullable(),
  /** How often it was finished, or touched after that. */
  finished: z.int(),
});
const counts = z.object({ jobs: z.int(), leases: z.int(), judges: z.int() });

/** A row as it ended; `index` is which of the plan it is. */
export type Ended = Omit<z.infer<typeof ended>, 'source'> & { index: number | undefined };

export type Remains = z.infer<typeof counts> & { rows: Ended[] };

export async function readRemains(databaseUrl: string): Promise<Remains> {
  const [rows, counted] = await ask(databaseUrl, [
    `select s.id, s.source, s.status, s.verdict, s.leases,
      (select string_agg(concat_ws(' ', test->>'name', test->'failure'->>'kind', test->'failure'->>'clock',
          'cpu', round((test->>'cpuMs')::numeric), 'ms, memory', round((test->>'memoryKiB')::numeric / 1024), 'MiB'), '; ')
        from jsonb_array_elements(s.result->'tests') test where test->>'verdict' <> 'AC') as failures,
      (select count(*)::int from chaos_audit a where a.id = s.id) as finished from submission s`,
    `select (select count(*)::int from graphile_worker.jobs) as jobs,
      (select count(*)::int from submission where lease_by is not null or lease_until is not null) as leases,
      (select count(*)::int from judge) as judges`,
  ]);
  const all = z.array(ended).parse(rows);
  return {
    rows: all.map(({ source, ...row }) => ({ ...row, index: indexOf(source) })),
    ...counts.parse(counted?.[0]),
  };
}

/** Submissions that are not done yet, and jobs that are still there; undefined while the database is away. */
export async function countOpen(databaseUrl: string): Promise<number | undefined> {
  try {
    const [rows] = await ask(databaseUrl, [
      `select (select count(*)::int from submission where status <> 'done')
        + (select count(*)::int from graphile_worker.jobs) as open`,
    ]);
    return rows?.[0]?.['open'];
  } catch {
    return undefined;
  }
}

/** Judges that the database knows of. */
export async function countJudges(databaseUrl: string): Promise<number> {
  const [rows] = await ask(databaseUrl, ['select count(*)::int as judges from judge']);
  return counts.pick({ judges: true }).parse(rows?.[0]).judges;
}

async function ask(databaseUrl: string, statements: string[]): Promise<pg.QueryResultRow[][]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const answers: pg.QueryResultRow[][] = [];
    for (const statement of statements) answers.push((await client.query(statement)).rows);
    return answers;
  } finally {
    await client.end();
  }
}
