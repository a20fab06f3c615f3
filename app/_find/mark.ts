/** Where in a text the words of a search stand. */
import { isHan, normalize, parts, words } from './tokenize.ts';

/** A stretch of a text, and whether it was searched for. */
export type Piece = { text: string; marked: boolean };

type Range = [start: number, end: number];

/** `text` in pieces; put together they are `text` again. */
export function markPieces(text: string, terms: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [start, end] of rangesOf(text, terms)) {
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

const before = 24;
const longest = 120;

/**
 * The passage (a line of `text`) that holds the most of what was searched for, cut to a window around its first hit;
 * null where none holds any. A Han character counts as two letters, since it is as wide.
 */
export function snippet(text: string, terms: readonly string[]): string | null {
  let best: { line: string; at: number; count: number } | undefined;
  for (const line of text.split('\n')) {
    const ranges = rangesOf(line, terms);
    const [first] = ranges;
    const count = new Set(ranges.map(([start, end]) => normalize(line.slice(start, end)))).size;
    if (first && count > (best?.count ?? 0)) best = { line, at: first[0], count };
  }
  return best ? cut(best.line, best.at) : null;
}

/** The beginning of a text, where nothing in it was found. */
export function opening(text: string): string {
  return cut(text.split('\n')[0] ?? '', 0);
}

function cut(line: string, at: number): string {
  const start = at <= before * 2 ? 0 : beginOfWord(line, at - before);
  let end = start;
  for (let width = 0; end < line.length && width < longest; end++) width += isHan(line[end] ?? '') ? 2 : 1;
  const shown = line.slice(start, end < line.length ? endOfWord(line, end) : end);
  return `${start > 0 ? '…' : ''}${shown}${start + shown.length < line.length ? '…' : ''}`;
}

const inWord = /[\p{L}\p{N}]/u;

function beginOfWord(line: string, from: number): number {
  let at = from;
  while (at > 0 && at > from - before && inLatin(line, at - 1) && inLatin(line, at)) at--;
  return at;
}

function endOfWord(line: string, from: number): number {
  let at = from;
  while (at < line.length && at < from + before && inLatin(line, at - 1) && inLatin(line, at)) at++;
  return at;
}

function inLatin(line: string, at: number): boolean {
  const character = line[at] ?? ' ';
  return inWord.test(character) && !isHan(character);
}

function rangesOf(text: string, terms: readonly string[]): Range[] {
  const latin = new Set(terms.filter((term) => !isHan(term)));
  const han = terms.filter(isHan);
  const ranges: Range[] = [];
  for (const { 0: word, index } of text.matchAll(words)) {
    const plain = normalize(word);
    if (isHan(plain)) ranges.push(...hanRanges(word, index, han));
    else if (latin.has(parts(plain).join('')) || parts(plain).every((part) => latin.has(part)))
      ranges.push([index, index + word.length]);
    else ranges.push(...partRanges(word, index, latin));
  }
  return merged(ranges);
}

function hanRanges(run: string, offset: number, terms: readonly string[]): Range[] {
  return terms.flatMap((term) => {
    const found: Range[] = [];
    for (let at = run.indexOf(term); at >= 0; at = run.indexOf(term, at + 1))
      found.push([offset + at, offset + at + term.length]);
    return found;
  });
}

/** Of `kv-cache` only the part that was searched for. */
function partRanges(word: string, offset: number, terms: ReadonlySet<string>): Range[] {
  let at = offset;
  return word.split('-').flatMap((part): Range[] => {
    const start = at;
    at += part.length + 1;
    return parts(normalize(part)).some((plain) => terms.has(plain)) ? [[start, start + part.length]] : [];
  });
}

function merged(ranges: Range[]): Range[] {
  const whole: Range[] = [];
  for (const [start, end] of ranges.sort(([a], [b]) => a - b)) {
    const last = whole.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else whole.push([start, end]);
  }
  return whole;
}
