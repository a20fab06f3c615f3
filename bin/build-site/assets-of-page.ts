import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The addresses under `/_next/static/` that a built page loads to be read and used: its scripts, its styles, and of
 * their fonts those for Latin text and formulas.
 */
export function assetsOfPage(html: string, nextFolder: string): string[] {
  const named = [...html.matchAll(/<(?:script|link)\b([^>]*)>/g)]
    .map(([, attributes = '']) => attributes)
    // For browsers that have no service worker either.
    .filter((attributes) => !/\bnoModule\b/i.test(attributes))
    .flatMap((attributes) => /\b(?:src|href)="(\/_next\/static\/[^"?]+)/.exec(attributes)?.[1] ?? []);
  const styles = named.filter((address) => address.endsWith('.css'));
  const fonts = styles.flatMap((address) => fontsOf(address, nextFolder));
  const later = named.flatMap((address) => (address.endsWith('.js') ? importedBy(address, nextFolder) : []));
  return [...new Set([...named, ...later, ...fonts])];
}

/** What an island's script names to fetch at once or later, and what that names. */
function importedBy(script: string, nextFolder: string, seen = new Set<string>()): string[] {
  if (!script.startsWith('/_next/static/islands/')) return [];
  const text = readFileSync(join(nextFolder, script.slice('/_next/'.length)), 'utf8');
  for (const [, name = ''] of text.matchAll(/["']\.\/([\w.-]+\.js)["']/g)) {
    const address = join(dirname(script), name);
    if (seen.has(address)) continue;
    seen.add(address);
    importedBy(address, nextFolder, seen);
  }
  return [...seen];
}

const needed =
  /\/(?:[a-z0-9-]+-latin-(?:wght|400)-[a-z]+|KaTeX_(?!Caligraphic|Fraktur|Script|SansSerif|Typewriter)[\w-]+)\.[\w-]+\.woff2$/;

function fontsOf(style: string, nextFolder: string): string[] {
  const css = readFileSync(join(nextFolder, style.slice('/_next/'.length)), 'utf8');
  return [...css.matchAll(/url\(["']?([^"')]+\.woff2)/g)]
    .map(([, url = '']) => join(dirname(style), url))
    .filter((address) => needed.test(address));
}
