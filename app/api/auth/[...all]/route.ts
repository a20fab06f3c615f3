import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { readText } from '#app/api/_http/read-text.ts';
import { route } from '#app/api/_http/route.ts';

// A name, an address and two passwords.
const maxBytes = 8 * 1024;

/** better-auth's own routes, told the origin that the browser sees, and no more than they need. */
const handle = route(async ({ request }) => {
  const { headers, signal } = request;
  // The library knows no HEAD, which Next answers by GET, without what it would say.
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const body = method === 'GET' ? undefined : await readText(request, maxBytes);
  if (body === null) throw new ApiError('too_large');
  const { pathname, search } = new URL(request.url);
  const url = `${site().origin(headers)}${pathname}${search}`;
  const answer = await site()
    .auth(headers)
    .handler(new Request(url, { headers, method, signal, ...(body !== undefined && { body }) }));
  const wait = answer.headers.get('x-retry-after');
  if (wait !== null) answer.headers.set('retry-after', wait);
  return answer;
});

export { handle as GET, handle as POST };
