/**
 * Plain data: all that crosses a border between processes or is stored with a problem version.
 * Its text form is JSON with tags for what JSON cannot say, so it fits a frame, a jsonb column and a browser.
 *
 * | value | text |
 * |---|---|
 * | NaN, ±Infinity, −0 | `{"$n":"NaN"}` |
 * | undefined | `{"$u":0}` |
 * | bigint | `{"$b":"10"}` |
 * | typed array | `{"$a":"Float32Array","d":"<base64, little endian>"}` |
 * | object with a key that begins with `$` | `{"$o":[["$key",value],…]}` |
 */

const arrayTypes = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
} as const;

export type TypedArray = InstanceType<(typeof arrayTypes)[keyof typeof arrayTypes]>;
export type PlainData =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | TypedArray
  | PlainData[]
  | { [key: string]: PlainData };

const maxDepth = 100;

/** A value that cannot be plain data: where it stands and what it is. */
export class NotPlainData extends Error {
  readonly code = 'NOT_PLAIN_DATA';
  readonly path: string;
  readonly actual: string;
  constructor(path: string, actual: string, options?: ErrorOptions) {
    super(`${path || 'value'}: ${actual} is not plain data`, options);
    this.path = path;
    this.actual = actual;
  }
}

/** Writes plain data as text. Throws {@link NotPlainData} on functions, symbols, class instances, cycles, depth over 100. */
export function encodePlain(value: unknown): string {
  return JSON.stringify(tagged(value, '', 0));
}

/** Reads what {@link encodePlain} wrote. Throws on anything else; never trusts lengths or names. */
export function decodePlain(text: string): PlainData {
  const value: unknown = JSON.parse(text);
  // Where nothing is tagged it is what it says: that is most small inputs, and rebuilding them cost more than running them.
  if (!text.includes('"$')) return bounded(value, 0) as PlainData;
  return untagged(value, 0);
}

function bounded(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 2 * maxDepth) throw malformed('more than 100 levels');
  for (const element of Object.values(value)) bounded(element, depth + 1);
  return value;
}

/** The typed array of `value`, if it is one of the nine that may cross. */
export function asTypedArray(value: unknown): TypedArray | undefined {
  if (!ArrayBuffer.isView(value) || value instanceof DataView) return undefined;
  return typedArrayName(value) in arrayTypes ? (value as TypedArray) : undefined;
}

/** `Float32Array` and so on, read from the internal slot, which a forged constructor cannot change. */
export function typedArrayName(view: ArrayBufferView): string {
  return readTag.call(view) ?? 'DataView';
}

const readTag = (() => {
  const descriptor = Object.getOwnPropertyDescriptor(
    Object.getPrototypeOf(Uint8Array.prototype),
    Symbol.toStringTag,
  );
  return descriptor?.get as (this: ArrayBufferView) => string | undefined;
})();

function tagged(value: unknown, path: string, depth: number): unknown {
  if (depth > maxDepth) throw new NotPlainData(path, 'a cycle or more than 100 levels');
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $n: Object.is(value, -0) ? '-0' : String(value) };
    case 'undefined':
      return { $u: 0 };
    case 'bigint':
      return { $b: String(value) };
    case 'object':
      return value === null ? null : taggedObject(value, path, depth);
    default:
      throw new NotPlainData(path, `a ${typeof value}`);
  }
}

function taggedObject(value: object, path: string, depth: number): unknown {
  if (Array.isArray(value)) {
    return Array.from(value, (element, i) => tagged(element, `${path}[${i}]`, depth + 1));
  }
  if (ArrayBuffer.isView(value)) {
    const array = asTypedArray(value);
    if (!array || !(array.buffer instanceof ArrayBuffer)) throw new NotPlainData(path, typedArrayName(value));
    return {
      $a: typedArrayName(array),
      d: toBase64(new Uint8Array(array.buffer, array.byteOffset, array.byteLength)),
    };
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) {
    throw new NotPlainData(path, `a ${Object.prototype.toString.call(value).slice(8, -1)}`);
  }
  const entries = Object.entries(value).map(
    ([key, element]) => [key, tagged(element, path ? `${path}.${key}` : key, depth + 1)] as const,
  );
  if (entries.some(([key]) => key.startsWith('$'))) return { $o: entries };
  return Object.fromEntries(entries);
}

const specialNumbers: Record<string, number> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  '-0': -0,
};

function untagged(value: unknown, depth: number): PlainData {
  if (depth > 2 * maxDepth) throw malformed('more than 100 levels');
  if (Array.isArray(value)) return value.map((element) => untagged(element, depth + 1));
  if (typeof value !== 'object' || value === null) return value as null | boolean | number | string;
  const entries = Object.entries(value);
  const first = entries[0];
  if (first?.[0].startsWith('$')) return special(first[0], first[1], { value, depth });
  return fromEntries(entries, depth);
}

/** Own data properties only: a `__proto__` key stays a key. */
function fromEntries(entries: (readonly [string, unknown])[], depth: number): PlainData {
  return Object.fromEntries(entries.map(([key, element]) => [key, untagged(element, depth + 1)]));
}

function special(tag: string, body: unknown, at: { value: object; depth: number }): PlainData {
  switch (tag) {
    case '$n':
      if (typeof body === 'string' && Object.hasOwn(specialNumbers, body)) return specialNumbers[body];
      throw malformed('a number');
    case '$u':
      return undefined;
    case '$b':
      if (typeof body === 'string' && /^-?\d{1,4096}$/.test(body)) return BigInt(body);
      throw malformed('a bigint');
    case '$a':
      return typedArray(body, 'd' in at.value ? at.value.d : undefined);
    case '$o':
      if (!Array.isArray(body) || !body.every(isEntry)) throw malformed('an object');
      return fromEntries(body, at.depth);
    default:
      throw malformed(`the tag ${tag.slice(0, 20)}`);
  }
}

function isEntry(entry: unknown): entry is [string, unknown] {
  return Array.isArray(entry) && entry.length === 2 && typeof entry[0] === 'string';
}

function typedArray(name: unknown, data: unknown): TypedArray {
  if (typeof name !== 'string' || !Object.hasOwn(arrayTypes, name) || typeof data !== 'string') {
    throw malformed('a typed array');
  }
  const type = arrayTypes[name as keyof typeof arrayTypes];
  const bytes = fromBase64(data);
  if (bytes.byteLength % type.BYTES_PER_ELEMENT !== 0) throw malformed('a typed array');
  return new type(bytes.buffer);
}

function malformed(what: string): Error {
  return new SyntaxError(`plain data: ${what} is not well-formed`);
}

// Node's Buffer is some forty times faster than btoa on megabytes; browsers have no Buffer.
function toBase64(bytes: Uint8Array<ArrayBuffer>): string {
  if (typeof Buffer !== 'undefined') {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  }
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (typeof Buffer !== 'undefined') return new Uint8Array(Buffer.from(text, 'base64'));
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
