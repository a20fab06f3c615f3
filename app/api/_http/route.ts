import type { z } from 'zod';
import { apiMessages } from '#app/_messages/api.ts';
import { chooseLocale } from '#app/_policy/choose-locale.ts';
import { type CurrentUser, currentUser } from '#app/_session/current-user.ts';
import type { Locale } from '#judge/verdict.ts';
import { ApiError, statusOf } from './errors.ts';

/** What a handler is given: the request, its path's parameters, and the language to answer in. */
export type Call<Params> = { request: Request; params: Params; locale: Locale };

type NextContext<Params> = { params: Promise<Params> };

/** Wraps a handler: its errors become answers, and nothing of ours leaks through an unexpected one. */
export function route<Params = Record<never, string>>(handler: (call: Call<Params>) => Promise<Response>) {
  return async (request: Request, context: NextContext<Params>): Promise<Response> => {
    // An EventSource can't say which language it wants but in its address.
    const asked = new URL(request.url).searchParams.get('locale') ?? undefined;
    const locale = chooseLocale(asked, request.headers.get('accept-language'));
    try {
      return await handler({ request, params: await context.params, locale });
    } catch (cause) {
      return refusal(cause, locale);
    }
  };
}

function refusal(cause: unknown, locale: Locale): Response {
  const error = cause instanceof ApiError ? cause : new ApiError('internal');
  if (error !== cause) process.stderr.write(`${cause instanceof Error ? cause.stack : String(cause)}\n`);
  const { code, fields, retryAfterMs } = error;
  const body = { error: { code, message: apiMessages[locale][code], ...(fields.length > 0 && { fields }) } };
  const headers =
    retryAfterMs === null ? undefined : { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) };
  return Response.json(body, { status: statusOf[code], ...(headers && { headers }) });
}

/** The account of a reading request. Throws 401. */
export async function requireUser(request: Request): Promise<CurrentUser> {
  const user = await currentUser(request.headers);
  if (!user) throw new ApiError('unauthorized');
  return user;
}

/** The account of a writing request. Throws 401, and 403 where a cookie came along from another site. */
export async function requireWriter(request: Request): Promise<CurrentUser> {
  const user = await requireUser(request);
  if (user.by === 'cookie' && !isSameOrigin(request)) throw new ApiError('cross_site');
  return user;
}

function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  return origin !== null && new URL(origin).host === request.headers.get('host');
}

/** Reads JSON of at most `maxBytes` by a schema. Throws 400 with the fields at fault, 413, 415. */
export async function readBody<T>(request: Request, schema: z.ZodType<T>, maxBytes: number): Promise<T> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    throw new ApiError('unsupported_media');
  const parsed = schema.safeParse(parseJson(await readText(request, maxBytes)));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new ApiError('bad_request', { fields });
}

// Counted as it arrives: what a header announces is only a claim.
async function readText(request: Request, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new ApiError('too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiError('bad_request', { fields: [{ path: '', message: 'not well-formed JSON' }], cause });
  }
}
