/** The security policy of pages. Why it is so: docs/decisions/content-security-policy.md. */

/** What may run inline: a page built ahead by the hashes of its scripts, one rendered now by its nonce. */
export type InlineScripts = { hashes: readonly string[]; nonce?: string };

/** The whole `Content-Security-Policy` of a page. `development` lets React evaluate for its error traces. */
export function contentSecurityPolicy(inline: InlineScripts, development: boolean): string {
  const scripts = [
    "'self'",
    ...(inline.nonce === undefined ? [] : [`'nonce-${inline.nonce}'`]),
    ...inline.hashes.map((hash) => `'${hash}'`),
    ...(development ? ["'unsafe-eval'"] : []),
  ];
  return [
    "default-src 'self'",
    `script-src ${scripts.join(' ')}`,
    // Monaco, KaTeX and Shiki position by style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
