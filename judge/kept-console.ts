/**
 * A console that keeps text beside the solution, in the isolate or a browser's worker: handed over once, so that
 * printing cannot flood anyone. Imports nothing.
 */

const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'];
const silent = [
  'assert',
  'clear',
  'count',
  'countReset',
  'group',
  'groupCollapsed',
  'groupEnd',
  'time',
  'timeEnd',
  'timeLog',
];

/** How much of it is kept where a judge runs the tests. */
export const keptConsoleBytes = 64 * 1024;

// Taken before the solution is there: its own might give back more than the bound.
const { apply } = Reflect;
const { slice } = String.prototype;

let kept = '';
let printed = 0;
let bounds = { keptBytes: 0, limitBytes: Number.POSITIVE_INFINITY };
let overflow = (): void => undefined;

export function consoleText(): string {
  return kept;
}

/** Begins a new text and keeps `keptBytes` of it; once more than `limitBytes` were printed, `onOverflow` is called. */
export function beginConsole(limits: typeof bounds, onOverflow: () => void): void {
  kept = '';
  printed = 0;
  bounds = limits;
  overflow = onOverflow;
}

/** Puts the console into this realm; it keeps nothing before {@link beginConsole}. */
export function installConsole(): void {
  const console: Record<string, unknown> = {};
  for (const name of methods) console[name] = print;
  for (const name of silent) console[name] = ignore;
  Object.defineProperty(globalThis, 'console', { value: console, writable: true, configurable: true });
}

function print(...values: unknown[]): void {
  const line = `${values.map((value) => show(value)).join(' ')}\n`;
  // UTF-16 units: never more than the bytes, and counted without encoding.
  printed += line.length;
  if (kept.length < bounds.keptBytes) kept += apply(slice, line, [0, bounds.keptBytes - kept.length]);
  if (printed > bounds.limitBytes) overflow();
}

function ignore(): void {}

const maxDepth = 4;
const maxItems = 100;

function show(value: unknown, depth = 0): string {
  switch (typeof value) {
    case 'string':
      return depth === 0 ? value : JSON.stringify(value.slice(0, 10_000));
    case 'object':
      return value === null ? 'null' : showObject(value, depth);
    case 'function':
      return '[Function]';
    case 'bigint':
      return `${value}n`;
    case 'symbol':
      return 'Symbol()';
    default:
      return Object.is(value, -0) ? '-0' : `${value}`;
  }
}

function showObject(value: object, depth: number): string {
  if (value instanceof Error) return `${value.stack ?? value.message}`;
  if (depth >= maxDepth) return Array.isArray(value) ? '[…]' : '{…}';
  if (Array.isArray(value)) return `[${items(value, depth)}]`;
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return `${value.constructor.name}(${Reflect.get(value, 'length')}) [${items(Array.from(value as Uint8Array).slice(0, maxItems + 1), depth)}]`;
  }
  if (value instanceof Map || value instanceof Set) {
    const name = value instanceof Map ? 'Map' : 'Set';
    return `${name}(${value.size}) {${items([...value], depth)}}`;
  }
  const keys = Object.keys(value);
  const shown = keys.slice(0, maxItems).map((key) => `${key}: ${show(Reflect.get(value, key), depth + 1)}`);
  return `{ ${[...shown, ...(keys.length > maxItems ? ['…'] : [])].join(', ')} }`;
}

function items(values: unknown[], depth: number): string {
  const shown = values.slice(0, maxItems).map((value) => show(value, depth + 1));
  return [...shown, ...(values.length > maxItems ? ['…'] : [])].join(', ');
}
