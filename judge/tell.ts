/**
 * Puts what a solution threw, or what cannot leave, into words, beside it in its realm. Runs the solution's getters:
 * the host watches the clock. Imports nothing.
 */

export type Thrown = { name: string; message: string; stack: string };

const maxLength = 8192;

// Taken before the solution is there: what is looked up when it throws may be its own.
const { apply, get } = Reflect;
const { slice } = String.prototype;

export function thrownText(thrown: unknown): Thrown {
  if ((typeof thrown !== 'object' && typeof thrown !== 'function') || thrown === null) {
    return { name: 'Error', message: `${typeof thrown} thrown: ${text(() => thrown)}`, stack: '' };
  }
  const of = (name: string) => text(() => get(thrown, name));
  return { name: of('name') || 'Error', message: of('message'), stack: of('stack') };
}

function text(read: () => unknown): string {
  try {
    const value = read();
    const string = typeof value === 'symbol' ? 'Symbol' : value === undefined ? '' : `${value}`;
    return apply(slice, string, [0, maxLength]);
  } catch {
    return '';
  }
}

type Place = { value: unknown; path: string; depth: number };

// As many levels as plain data may have.
const maxDepth = 100;

const maxPlaces = 100_000;

/** The first function, symbol, promise, or the first level too deep in a value, breadth first. */
export function findUncloneable(root: unknown): { path: string; actual: string } | undefined {
  const waiting: Place[] = [{ value: root, path: '', depth: 0 }];
  const seen = new Set<unknown>();
  for (let i = 0; i < waiting.length && i < maxPlaces; i += 1) {
    const place = waiting[i];
    if (!place || seen.has(place.value)) continue;
    seen.add(place.value);
    if (place.depth > maxDepth) return { path: place.path, actual: 'a cycle or more than 100 levels' };
    const actual = uncloneableKind(place.value);
    if (actual) return { path: place.path, actual };
    waiting.push(...childrenOf(place));
  }
  return undefined;
}

function uncloneableKind(value: unknown): string | undefined {
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'symbol') return 'a symbol';
  const tag =
    typeof value === 'object' && value !== null ? Object.prototype.toString.call(value).slice(8, -1) : '';
  return ['Promise', 'WeakMap', 'WeakSet', 'Module', 'Generator'].includes(tag) ? `a ${tag}` : undefined;
}

function childrenOf({ value, path, depth }: Place): Place[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Object.keys(value).map((key) => ({
    value: Reflect.get(value, key),
    depth: depth + 1,
    path: Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key,
  }));
}
