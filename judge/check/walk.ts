import type { Tolerance, ToleranceRules } from '#content/problem.ts';
import { asTypedArray, type PlainData, type TypedArray, typedArrayName } from '../plain-data.ts';
import { compareNumbers } from './leaf.ts';

/** Where a value stands: its field (path without indices), its place in it, and the rule that holds there. */
type Place = { field: string; index: number[]; rule: Tolerance };

export type Wrong = { index: number[]; expected: PlainData; actual: PlainData; difference: number };

/** What was found in one field: how many values were compared, and those that are off. */
export type FieldTally = { field: string; total: number; wrong: Wrong[] };

/** Ends the walk: the claimed output is not built like the expected one. */
export type Misfit = { field: string; index: number[]; expected: string; actual: string };

export type Walk = { misfit: Misfit | undefined; fields: FieldTally[] };

/** Walks over the expected output and holds the claimed one against it; stops at the first misfit. */
export function walk(expected: PlainData, claimed: unknown, rules: ToleranceRules): Walk {
  const tallies = new Map<string, FieldTally>();
  const tally = ({ field }: Place) => {
    const known = tallies.get(field) ?? { field, total: 0, wrong: [] };
    tallies.set(field, known);
    return known;
  };

  function visit(want: PlainData, got: unknown, place: Place): Misfit | undefined {
    const array = want === null || typeof want !== 'object' ? undefined : asTypedArray(want);
    if (array) return visitTyped(array, got, place);
    if (Array.isArray(want)) return visitArray(want, got, place);
    if (want !== null && typeof want === 'object')
      return visitObject(want as Record<string, PlainData>, got, place);
    return visitLeaf(want, got, place);
  }

  function visitTyped(want: TypedArray, got: unknown, place: Place): Misfit | undefined {
    const name = place.rule.kind === 'rounded' ? place.rule.dtype : typedArrayName(want);
    const actual = typeof got === 'object' && got !== null ? asTypedArray(got) : undefined;
    if (!actual || typedArrayName(actual) !== name || actual.length !== want.length) {
      return misfit(place, `${name} of ${want.length}`, got);
    }
    return compareAll(want, actual, place);
  }

  function compareAll(want: TypedArray, actual: TypedArray, place: Place): undefined {
    const { total, wrong } = tally(place);
    for (let i = 0; i < want.length; i++) {
      const expectedValue = want[i] ?? Number.NaN;
      const actualValue = actual[i] ?? Number.NaN;
      const result = compareNumbers(expectedValue, actualValue, place.rule);
      if (!result.accepted) {
        const { difference } = result;
        wrong.push({ index: [...place.index, i], expected: expectedValue, actual: actualValue, difference });
      }
    }
    tally(place).total = total + want.length;
  }

  function visitArray(want: PlainData[], got: unknown, place: Place): Misfit | undefined {
    if (!Array.isArray(got) || got.length !== want.length)
      return misfit(place, `an array of ${want.length}`, got);
    for (const [i, element] of want.entries()) {
      const found = visit(element, got[i], { ...place, index: [...place.index, i] });
      if (found) return found;
    }
    return undefined;
  }

  function visitObject(want: Record<string, PlainData>, got: unknown, place: Place): Misfit | undefined {
    const keys = Object.keys(want);
    if (!isObject(got) || !sameKeys(keys, Object.keys(got))) return misfit(place, keysOf(keys), got);
    for (const key of keys) {
      const field = place.field === '' ? key : `${place.field}.${key}`;
      const found = visit(want[key], got[key], { field, index: place.index, rule: ruleFor(field, rules) });
      if (found) return found;
    }
    return undefined;
  }

  function visitLeaf(want: PlainData, got: unknown, place: Place): Misfit | undefined {
    if (typeof got !== typeof want || (got === null) !== (want === null))
      return misfit(place, describe(want), got);
    const leaf = tally(place);
    leaf.total += 1;
    const result =
      typeof want === 'number'
        ? compareNumbers(want, got as number, place.rule)
        : { accepted: got === want || place.rule.kind === 'structure', difference: Number.NaN };
    if (!result.accepted) {
      leaf.wrong.push({
        index: place.index,
        expected: want,
        actual: got as PlainData,
        difference: result.difference,
      });
    }
    return undefined;
  }

  const found = visit(expected, claimed, { field: '', index: [], rule: ruleFor('', rules) });
  return { misfit: found, fields: [...tallies.values()] };
}

/** The rule of the longest path that is the field or leads to it. */
function ruleFor(field: string, rules: ToleranceRules): Tolerance {
  const paths = Object.keys(rules.fields)
    .filter((path) => field === path || field.startsWith(`${path}.`))
    .sort((a, b) => b.length - a.length);
  const longest = paths[0];
  return (longest === undefined ? undefined : rules.fields[longest]) ?? rules.default;
}

function misfit({ field, index }: Place, expected: string, got: unknown): Misfit {
  return { field, index, expected, actual: describe(got) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

function sameKeys(expected: string[], actual: string[]): boolean {
  return expected.length === actual.length && expected.every((key) => actual.includes(key));
}

const shownKeys = 12;

function keysOf(keys: string[]): string {
  if (keys.length === 0) return 'an object without keys';
  const shown = keys.slice(0, shownKeys).map((key) => key.slice(0, 40));
  return `an object of ${shown.join(', ')}${keys.length > shownKeys ? ', …' : ''}`;
}

/** What kind of thing a value is, in a few words. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (ArrayBuffer.isView(value))
    return `${typedArrayName(value)} of ${asTypedArray(value)?.length ?? value.byteLength}`;
  if (typeof value === 'object') return keysOf(Object.keys(value));
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}
