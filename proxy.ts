/** Before every page: its language in the address, and its security policy. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type NextRequest, NextResponse } from 'next/server';
import { type BuiltPages, openBuiltPages } from '#app/_policy/built-pages.ts';
import { chooseLocale } from '#app/_policy/choose-locale.ts';
import { development } from '#app/_policy/config.ts';
import { contentSecurityPolicy, type InlineScripts } from '#app/_policy/content-security.ts';
import { hashScript } from '#app/_policy/inline-scripts.ts';
import { isLocale } from '#app/_ui/languages.ts';
import { headScript } from '#app/_ui/theme.ts';

export const config = {
  // Not the API, the probes, what was built, and files.
  matcher: ['/((?!api/|_next/|healthz$|readyz$|metrics$|[^/]*\\.[^/]*$).*)'],
};

export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  if (!isLocale(pathname.split('/')[1] ?? '')) return toLanguage(request);
  const inline = inlineScripts(pathname);
  const policy = contentSecurityPolicy(inline, development);
  const headers = new Headers(request.headers);
  // Next takes the nonce for what it renders now from here.
  if (inline.nonce !== undefined) headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

function toLanguage(request: NextRequest): NextResponse {
  const locale = chooseLocale(
    request.cookies.get('whetstone.locale')?.value,
    request.headers.get('accept-language'),
  );
  const url = request.nextUrl.clone();
  url.pathname = `/${locale}${url.pathname === '/' ? '' : url.pathname}`;
  const response = NextResponse.redirect(url, 307);
  response.headers.set('vary', 'accept-language, cookie');
  return response;
}

let builtPages: BuiltPages | undefined;

function inlineScripts(pathname: string): InlineScripts {
  const head = hashScript(headScript);
  const nonce = randomBytes(16).toString('base64');
  // While developing every page is rendered on request.
  if (development) return { hashes: [head], nonce };
  builtPages ??= openBuiltPages(join(process.cwd(), '.next'));
  const hashes = builtPages.hashesOf(pathname);
  return hashes ? { hashes } : { hashes: [head, ...builtPages.fallbackHashes], nonce };
}
