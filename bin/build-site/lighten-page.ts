import type { IslandsBundle } from './bundle-islands.ts';

/** What Next's own parts and ours need no script for where pages are loaded, not swapped. */
const passive = new Set([
  'default',
  'AnswerReveal',
  'EarlyPresses',
  'IconMark',
  'MetadataBoundary',
  'NavLink',
  'OutletBoundary',
  'ViewportBoundary',
]);

/** Addresses of what takes the place of Next's script, and of typefaces that are in sight at once. */
export type Light = { bundle: IslandsBundle; typefaces: string[] };

export type Lightened = { html: string } | { unknown: string[] };

/**
 * A built page with the islands' script in the place of Next's: its runtime, the chunks, and the second copy of the page
 * that it hydrates from. Where a client component is no island, the page has to stay as it is, and its name is told.
 */
export function lightenPage(html: string, light: Light): Lightened {
  const islands = new Set([...html.matchAll(/ data-island="(\w+)"/g)].map(([, name]) => name));
  const unknown = clientComponents(html).filter((name) => !passive.has(name) && !islands.has(name));
  if (unknown.length > 0) return { unknown };
  const page = html
    .replaceAll(/<link rel="preload" as="script"[^>]*>/g, '')
    .replaceAll(/<script\b[^>]*\bsrc="\/_next\/static\/chunks\/[^>]*><\/script>/g, '')
    .replaceAll(
      /<script\b[^>]*>(?:\(self\.__next_f|self\.__next_|\(globalThis\["TURBOPACK"\]|requestAnimationFrame\(function\(\)\{\$RT).*?<\/script>/gs,
      '',
    )
    .replace('</head>', `${tags(light)}</head>`);
  if (/__next_f|TURBOPACK/.test(page)) return { unknown: ['a script of Next that has another form'] };
  return { html: page };
}

/** The names under which the page's data refers to client components. */
function clientComponents(html: string): string[] {
  const names = [...html.matchAll(/:I\[\d+,\[[^\]]*\],\\"([^"\\]+)\\"/g)].map(([, name = '']) => name);
  // `$f` stands for a name of Next's that is written elsewhere.
  return [...new Set(names)].filter((name) => !name.startsWith('$'));
}

// All of it after the page and its styles: what is to be read comes first. A typeface that a stylesheet alone names would
// hold up the first paint.
function tags({ bundle: { script, preloads }, typefaces }: Light): string {
  const later = 'fetchpriority="low"';
  const fonts = typefaces.map(
    (address) =>
      `<link rel="preload" as="font" type="font/woff2" crossorigin="" ${later} href="${address}"/>`,
  );
  const modules = preloads.map((address) => `<link rel="modulepreload" ${later} href="${address}"/>`);
  return [...fonts, ...modules, `<script type="module" ${later} src="${script}"></script>`].join('');
}
