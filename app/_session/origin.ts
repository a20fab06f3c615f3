/**
 * The origin that a browser sees: as configured, else by the host it asked for, since Next calls itself what it was
 * told to listen on. No other site can make a browser send a `Host` that isn't its own.
 */
export function originOf(headers: Headers, configured: string | undefined): string {
  if (configured !== undefined) return new URL(configured).origin;
  const scheme = first(headers.get('x-forwarded-proto')) === 'https' ? 'https' : 'http';
  return `${scheme}://${headers.get('host') ?? 'localhost'}`;
}

/** Whether a request comes from a page of its own site. Without a word on that it doesn't. */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get('host');
}

function first(list: string | null): string | undefined {
  return list?.split(',')[0]?.trim();
}
