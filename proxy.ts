/** Before every page: its language in the address, and its security policy. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type NextRequest, NextResponse } from 'next/server';
import { buildHeader } from '#app/_offline/build.ts';
import { type BuiltPages, openBuiltPages } from '#app/_policy/built-pages.ts';
import { chooseLocale } from '#app/_policy/choose-locale.ts';
import { development } from '#app/_policy/config.ts';
import { contentSecurityPolicy, type InlineScripts } from '#app/_policy/content-security.ts';
import { hashScript } from '#app/_policy/inline-scripts.ts';
import { findsItsRow } from '#app/_policy/rendered-pages.ts';
import { linkHeader } from '#app/_seo/describe-page.ts';
import { readSiteConfig } from '#app/_session/config.ts';
import { originOf } from '#app/_session/origin.ts';
import { headScript } from '#app/_ui/head-script.ts';
import { isLocale, localeOf } from '#app/_ui/languages.ts';
import { reopenScript } from '#app/_ui/stay-open.ts';

export const config = {
  // Not the API, the probes, what was built, and files.
  matcher: ['/((?!api/|_next/|healthz$|readyz$|metrics$|[^/]*\\.[^/]*$).*)'],
};

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  if (!isLocale(pathname.split('/')[1] ?? '')) return toLanguage(request);
  // While developing every page is rendered on request, and Next itself says what it lacks.
  if (development) return show(request, pathname, { hashes: [headScript, reopenScript].map(hashScript) });

  builtPages ??= openBuiltPages(join(process.cwd(), '.next'));
  // `notFound()` alone would leave the page to the browser's script; this one is there for all.
  const there = builtPages.has(pathname) && (await findsItsRow(pathname, request.headers));
  const page = there ? pathname : `/${localeOf(pathname)}/not-found`;
  const hashes = builtPages.hashesOf(page);
  return show(request, page, { hashes: hashes ?? [hashScript(headScript)], built: hashes !== undefined });
}

let builtPages: BuiltPages | undefined;
let configured: { origin: string | undefined } | undefined;

/** Answers with `page`, which is what was asked for or says that it is missing. */
function show(
  request: NextRequest,
  page: string,
  { hashes, built = false }: { hashes: readonly string[]; built?: boolean },
): NextResponse {
  const inline: InlineScripts = built ? { hashes } : { hashes, nonce: randomBytes(16).toString('base64') };
  const policy = contentSecurityPolicy(inline, development);
  const headers = new Headers(request.headers);
  // Next takes the nonce for what it renders now from here.
  if (!built) headers.set('content-security-policy', policy);
  const missing = page !== request.nextUrl.pathname;
  // next.config.js turns this into the page. A rewrite from here would name an origin, which Next (16.4) takes for
  // another's when it listens on 127.0.0.1: it would fetch the page from itself, and answer 200.
  headers.delete('x-whetstone-missing');
  if (missing) headers.set('x-whetstone-missing', '1');
  const response = NextResponse.next({ request: { headers }, status: missing ? 404 : 200 });
  response.headers.set('content-security-policy', policy);
  if (builtPages) response.headers.set(buildHeader, builtPages.id);
  if (!missing && !development) response.headers.append('link', linksOf(request));
  return response;
}

/** Its one address, and that in each language; a built page doesn't know at which it will be served. */
function linksOf({ headers, nextUrl: { pathname } }: NextRequest): string {
  configured ??= { origin: readSiteConfig().origin };
  const path = pathname.replace(/^\/(en|zh)/, '').replace(/\/$/, '');
  return linkHeader(originOf(headers, configured.origin), { locale: localeOf(pathname), path });
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
