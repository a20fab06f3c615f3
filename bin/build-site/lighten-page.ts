import type { IslandsBundle } from './bundle-islands.ts';

/** What Next's own parts and ours need no script for where pages are loaded, not swapped. */
const passive = new Set([
  'default',
  'AnswerReveal',
  'IconMark',
  'MetadataBoundary',
  'NavLink',
  'OutletBoundary',
  'ViewportBoundary',
]);

export type Lightened = { html: string } | { unknown: string[] };

/**
 * A built page with the islands' script in the place of Next's: its runtime, the chunks, and the second copy of the page
 * that it hydrates from. Where a client component is no island, the page has to stay as it is, and its name is told.
 */
export function lightenPage(html: string, bundle: IslandsBundle): Lightened {
  const islands = new Set([...html.matchAll(/ data-island="(\w+)"/g)].map(([, name]) => name));
  const unknown = clientComponents(html).filter((name) => !passive.has(name) && !islands.has(name));
  if (unknown.length > 0) return { unknown };
  const light = html
    .replaceAll(/<link rel="preload" as="script"[^>]*>/g, '')
    .replaceAll(/<script\b[^>]*\bsrc="\/_next\/static\/chunks\/[^>]*><\/script>/g, '')
    .replaceAll(
      /<script\b[^>]*>(?:\(self\.__next_f|self\.__next_|\(globalThis\["TURBOPACK"\]|requestAnimationFrame\(function\(\)\{\$RT).*?<\/script>/gs,
      '',
    )
    .replace('</head>', `${tags(bundle)}</head>`);
  if (/__next_f|TURBOPACK/.test(light)) return { unknown: ['a script of Next that has another form'] };
  return { html: light };
}

/** The names under which the page's data refers to client components. */
function clientComponents(html: string): string[] {
  const names = [...html.matchAll(/:I\[\d+,\[[^\]]*\],\\"([^"\\]+)\\"/g)].map(([, name = '']) => name);
  // `$f` stands for a name of Next's that is written elsewhere.
  return [...new Set(names)].filter((name) => !name.startsWith('$'));
}

function tags({ script, preloads }: IslandsBundle): string {
  const ahead = preloads.map((address) => `<link rel="modulepreload" href="${address}"/>`).join('');
  return `${ahead}<script type="module" src="${script}"></script>`;
}
