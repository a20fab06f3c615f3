import { createHash } from 'node:crypto';

/** `sha256-…`, as a security policy names a script. */
export function hashScript(source: string): string {
  return `sha256-${createHash('sha256').update(source, 'utf8').digest('base64')}`;
}

// Blocks of data (JSON-LD) are never run, so no policy asks for them.
const isData = /\btype="application\/(?:ld\+)?json"/;

/** The hashes of all scripts that stand in the text of a page. */
export function hashInlineScripts(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, attributes = '', source = ''] of html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)) {
    if (!/\bsrc=/.test(attributes) && !isData.test(attributes)) hashes.add(hashScript(source));
  }
  return [...hashes];
}
