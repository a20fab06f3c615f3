import type { z } from 'zod';
import { apiMessages, faultMessages } from '#app/_messages/api.ts';
import { chooseLocale } from '#app/_policy/choose-locale.ts';
import { type CurrentUser, currentUser } from '#app/_session/current-user.ts';
import { isSameOrigin } from '#app/_session/origin.ts';
import { reportFailure } from '#app/_session/report-failure.ts';
import {
  currentRequest,
  type RequestNote,
  requestIdHeader,
  requestIdOf,
  withRequest,
} from '#app/_session/requests.ts';
import { site } from '#app/_session/site.ts';
import { siteLog } from '#app/_session/site-log.ts';
import { siteMeters } from '#app/_session/site-meters.ts';
import type { Locale } from '#judge/verdict.ts';
import { answers } from '#prisma/insist.ts';
import { lostConnection } from '#prisma/lost-connection.ts';
import { ApiError, statusOf } from './errors.ts';
import { parseClaimed } from './parse.ts';
import { readText } from './read-text.ts';
import { openStages, type Stages } from './stages.ts';

/** What a handler is given: the request, its path's parameters, the language to answer in, and a clock for its stages. */
export type Call<Params> = { request: Request; params: Params; locale: Locale; time: Stages['time'] };

/** Of a route without parameters Next (16.4) resolves nothing. */
type NextContext<Params> = { params: Promise<Params | undefined> };

/** Wraps a handler: its errors become answers, and nothing of ours leaks through an unexpected one. */
export function route<Params extends object = Record<never, string>>(
  handler: (call: Call<Params>) => Promise<Response>,
) {
  return async (request: Request, context: NextContext<Params>): Promise<Response> => {
    // An EventSource can't say which language it wants but in its address.
    const asked = new URL(request.url).searchParams.get('locale') ?? undefined;
    const locale = chooseLocale(asked, request.headers.get('accept-language'));
    // Whoever has no parameters reads none.
    const params = (await context.params) ?? ({} as Params);
    return observed(request, params, async (time) => {
      try {
        return unstored(await handler({ request, params, locale, time }));
      } catch (cause) {
        return unstored(refusal(await errorOf(cause), locale));
      }
    });
  };
}

/** Gives a request its id, and tells log, metrics and `Server-Timing` how it went. */
async function observed(
  request: Request,
  params: object,
  answer: (time: Stages['time']) => Promise<Response>,
): Promise<Response> {
  const note: RequestNote = { id: requestIdOf(request.headers), userId: undefined, cookies: [] };
  return withRequest(note, async () => {
    const began = performance.now();
    const stages = openStages();
    const response = await answer(stages.time);
    const ms = performance.now() - began;
    response.headers.set(requestIdHeader, note.id);
    for (const cookie of note.cookies) response.headers.append('set-cookie', cookie);
    if (stages.header() !== '') response.headers.append('server-timing', stages.header());
    const { method } = request;
    const { status } = response;
    const path = routeOf(new URL(request.url).pathname, params);
    siteMeters().requests.observe({ method, route: path, status: String(status) }, ms / 1000);
    siteLog('info', 'answered', {
      method,
      route: path,
      status,
      ms: Math.round(ms * 100) / 100,
      ...(note.userId !== undefined && { user: note.userId }),
    });
    return response;
  });
}

// What a caller chose must neither stand in the log nor multiply the metrics: `/api/v1/submissions/{id}/events`.
function routeOf(pathname: string, params: object): string {
  const segments = pathname.split('/');
  for (const [name, value] of Object.entries(params)) {
    if (Array.isArray(value)) segments.splice(segments.length - value.length, value.length, `{${name}}`);
    else {
      const at = segments.findLastIndex((segment) => segment === value || decoded(segment) === value);
      if (at >= 0) segments[at] = `{${name}}`;
    }
  }
  return segments.join('/');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

// Answers depend on who asks and in which language.
function unstored(response: Response): Response {
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  return response;
}

// What fails while the database is away, or has too much to do, is worth another try, which a defect of ours is not.
async function errorOf(cause: unknown): Promise<ApiError> {
  if (cause instanceof ApiError) return cause;
  reportFailure(cause);
  if (isBusy(cause)) return new ApiError('unavailable', { retryAfterMs: 5000 });
  if (!lostConnection(cause) && (await answers(site().db, 1000))) return new ApiError('internal');
  return new ApiError('unavailable', { retryAfterMs: 1000 });
}

// Prisma's code for a transaction that found no free connection in time or took too long. Nothing was written.
const busyCode = 'P2028';

function isBusy(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === busyCode;
}

function refusal(error: ApiError, locale: Locale): Response {
  const { code } = error;
  const message = (error.said ?? { en: apiMessages.en[code], zh: apiMessages.zh[code] })[locale];
  const fields = error.fields.map(({ path, message: fault }) => ({ path, message: fault[locale] }));
  // Whole seconds, and one at least: a caller told to come back in none would ask in a loop.
  const seconds = error.retryAfterMs === null ? null : Math.max(1, Math.ceil(error.retryAfterMs / 1000));
  const told = {
    code,
    message,
    ...(fields.length > 0 && { fields }),
    ...(seconds !== null && { retryAfterSeconds: seconds }),
  };
  const headers = seconds === null ? undefined : { 'retry-after': String(seconds) };
  return Response.json({ error: told }, { status: statusOf[code], ...(headers && { headers }) });
}

/** The account of a reading request. Throws 401. */
export async function requireUser(request: Request): Promise<CurrentUser> {
  const user = await currentUser(request.headers);
  if (!user) throw new ApiError('unauthorized');
  const note = currentRequest();
  if (note) note.userId = user.id;
  return user;
}

/** The account of a writing request. Throws 401, and 403 where a cookie came along from another site. */
export async function requireWriter(request: Request): Promise<CurrentUser> {
  const user = await requireUser(request);
  if (user.by === 'cookie' && !isSameOrigin(request.headers)) throw new ApiError('cross_site');
  return user;
}

/** Reads JSON of at most `maxBytes` by a schema. Throws 400 with the fields at fault, 413, 415. */
export async function readBody<T>(request: Request, schema: z.ZodType<T>, maxBytes: number): Promise<T> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    throw new ApiError('unsupported_media');
  const text = await readText(request, maxBytes);
  if (text === null) throw new ApiError('too_large');
  return parseClaimed(schema, parseJson(text));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiError('bad_request', { fields: [{ path: '', message: faultMessages.notJson }], cause });
  }
}
