import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { ContentIssue } from './content-error.ts';

/**
 * Parses YAML by a schema; what is wrong is added to `issues` with its line, and undefined is returned.
 * `firstLine` is where the text begins in its file (front matter).
 */
export function parseYaml<T>(
  { file, text, firstLine = 1 }: { file: string; text: string; firstLine?: number },
  schema: z.ZodType<T>,
  issues: ContentIssue[],
): T | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const at = (offset: number | undefined) =>
    offset === undefined ? null : lines.linePos(offset).line + firstLine - 1;
  const read = readValue(document);
  if ('faults' in read) {
    for (const { offset, message } of read.faults) issues.push({ file, line: at(offset), message });
    return undefined;
  }
  const parsed = schema.safeParse(read.value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    for (const { path, message } of spelledOut(issue)) {
      const where = path.map(String).join('.');
      issues.push({
        file,
        line: at(offsetOf(document, path)),
        message: where ? `${where}: ${message}` : message,
      });
    }
  }
  return undefined;
}

type Fault = { offset: number | undefined; message: string };

/**
 * What a document says, or what is wrong with it: also what the parser only warns of, such as a tag that it does not know
 * and would pass over, and aliases that cannot be spelt out or stand for far too much.
 */
export function readValue(document: Document): { value: unknown } | { faults: Fault[] } {
  const faults = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    offset: pos[0],
    message: firstSentence(message),
  }));
  if (faults.length > 0) return { faults };
  try {
    return { value: document.toJS() };
  } catch (cause) {
    const message = cause instanceof Error ? firstSentence(cause.message) : String(cause);
    return { faults: [{ offset: firstAlias(document), message }] };
  }
}

function firstAlias(document: Document): number | undefined {
  let offset = document.contents?.range?.[0];
  visit(document, {
    Alias(_, { range }) {
      offset = range?.[0];
      return visit.BREAK;
    },
  });
  return offset;
}

/** Tells the line of a key by its path, or of its nearest ancestor that is there; for YAML that was parsed well. */
export function yamlLines({ text, firstLine = 1 }: { text: string; firstLine?: number }) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return (path: PropertyKey[]): number | null => {
    const offset = offsetOf(document, path);
    return offset === undefined ? null : lines.linePos(offset).line + firstLine - 1;
  };
}

// Unknown keys come as one issue of their parent; each is told at its own line.
function spelledOut(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string }[] {
  // Of several forms the one meant is that which is missed by least.
  if (issue.code === 'invalid_union') {
    const forms = issue.errors.map((errors) => errors.flatMap(spelledOut));
    const [nearest] = forms.sort((a, b) => a.length - b.length);
    if (nearest) return nearest.map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
  }
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, message: issue.message }];
  return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'unknown key' }));
}

/** Where the key of a path stands, or the nearest ancestor that is there. */
function offsetOf(document: Document, path: PropertyKey[]): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
      const node = pair?.key as Node | undefined;
      if (node?.range) return node.range[0];
    }
    const value = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (value?.range) return value.range[0];
  }
  return document.contents?.range?.[0];
}

function firstSentence(message: string): string {
  return message.split(' at line ')[0]?.split('\n')[0] ?? message;
}
