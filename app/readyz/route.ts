import { readiness } from './checks.ts';

export const dynamic = 'force-dynamic';

/** Database, migrations, queue, a judge seen lately, and that this process goes on; 503 with what is missing. */
export async function GET(): Promise<Response> {
  const checks = await readiness();
  const ready = Object.values(checks).every(Boolean);
  const body = { status: ready ? 'ready' : 'not ready', checks };
  return Response.json(body, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
