import { parseDocument } from 'yaml';
import { z } from 'zod';
import { ContentError, type ContentIssue } from './content-error.ts';
import type { Limits, Localized } from './problem.ts';
import { parseYaml, readValue } from './yaml-file.ts';

/** What a Kattis package (2025-09 or before) says that a package of ours has a place for. */
export type KattisProblem = {
  uuid: string | null;
  name: Partial<Localized>;
  license: string | null;
  credits: string[];
  source: string | null;
  topics: string[];
  limits: Partial<Limits>;
  /** Where a text comes from, by where it goes: `statement/problem.en.md`. */
  texts: Record<string, string>;
  /** `limits.time_limit → limits.time_ms: 2000` */
  mapped: string[];
  /** `data/secret/1.in: …` */
  leftOut: string[];
};

const person = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const people = z.union([person.transform((one) => [one]), z.array(person)]);
const roles = ['authors', 'contributors', 'testers', 'translators', 'packagers', 'acknowledgements'] as const;
const credited = z.union([
  people,
  z.record(z.string(), z.unknown()).transform((given) =>
    roles.flatMap((role) => {
      const told = people.safeParse(given[role]);
      return told.success ? told.data : [];
    }),
  ),
]);
const sourced = z.union([
  z.string(),
  z
    .object({ name: z.string(), url: z.string().optional() })
    .transform(({ name, url }) => (url ? `${name}, ${url}` : name)),
]);

const problemFile = z.looseObject({
  problem_format_version: z.string().default('legacy'),
  name: z.union([z.string().transform((en) => ({ en })), z.record(z.string(), z.string())]).optional(),
  uuid: z.uuid().optional(),
  license: z.string().optional(),
  credits: credited.optional(),
  author: people.optional(),
  source: z.union([sourced.transform((one) => [one]), z.array(sourced)]).optional(),
  keywords: z.union([z.string().transform((words) => words.split(/\s+/)), z.array(z.string())]).optional(),
  limits: z.record(z.string(), z.unknown()).optional(),
});

/** How a limit of Kattis' becomes one of ours: its factor, and what we allow. */
const limitsByKey: Record<
  string,
  { key: keyof Limits; ours: string; factor: number; least: number; most: number }
> = {
  time_limit: { key: 'timeMs', ours: 'time_ms', factor: 1000, least: 10, most: 60_000 },
  memory: { key: 'memoryMiB', ours: 'memory_mib', factor: 1, least: 16, most: 4096 },
  output: { key: 'outputKiB', ours: 'output_kib', factor: 1024, least: 1, most: 65_536 },
  code: { key: 'codeKiB', ours: 'code_kib', factor: 1, least: 1, most: 128 },
};

/**
 * Whether a problem.yaml is of Kattis' format rather than ours. Their older ones name no version; what names none but has
 * entry points is one of ours with a mistake in it. Text that is no YAML, or no list of keys, is neither.
 */
export function isKattis(text: string): boolean {
  const read = readValue(parseDocument(text));
  const given = 'value' in read ? read.value : null;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  const version: unknown = Reflect.get(given, 'problem_format_version');
  return version === undefined ? !('entry_points' in given) : version !== '2025-09-whetstone';
}

/** Reads the metadata of a Kattis package and tells what of it has no place here. Throws {@link ContentError}. */
export function readKattis(file: string, text: string, paths: readonly string[]): KattisProblem {
  const given = parseFile(file, text);
  const told: Told = { mapped: [], leftOut: [] };
  const { mapped, leftOut } = told;
  const name = namesOf(given.name ?? {}, told);
  const credits = given.credits ?? given.author ?? [];
  const source = given.source?.join('; ') || null;
  const topics = [...new Set((given.keywords ?? []).map(toSlug).filter((word) => word !== ''))];
  const { uuid = null, license = null } = given;
  const taken: [string, string, string | null][] = [
    [given.credits ? 'credits' : 'author', 'credits', credits.join(', ')],
    ['source', 'source', source],
    ['uuid', 'uuid', uuid],
    ['license', 'license', license],
    ['keywords', 'topics', topics.join(', ')],
  ];
  for (const [from, to, value] of taken) if (value) mapped.push(`${from} → ${to}: ${value}`);
  const limits = limitsOf(given.limits ?? {}, told);
  const unknown = Object.keys(given).filter((key) => !(key in problemFile.shape));
  for (const key of unknown) leftOut.push(`${key}: a package here has no such key`);
  const texts = textsOf(paths, told);
  return { uuid, name, license, credits, source, topics, limits, texts, ...told };
}

function parseFile(file: string, text: string): z.infer<typeof problemFile> {
  const issues: ContentIssue[] = [];
  const parsed = parseYaml({ file, text }, problemFile, issues);
  if (!parsed) throw new ContentError(issues);
  return parsed;
}

function namesOf(given: Record<string, string>, { mapped, leftOut }: Told): Partial<Localized> {
  const name: Partial<Localized> = {};
  for (const [locale, said] of Object.entries(given)) {
    const ours = localeOf(locale);
    if (ours) {
      name[ours] = said;
      mapped.push(`name → name.${ours}: ${said}`);
    } else leftOut.push(`name.${locale}: names are in en and zh`);
  }
  return name;
}

type Told = { mapped: string[]; leftOut: string[] };

function limitsOf(given: Record<string, unknown>, { mapped, leftOut }: Told): Partial<Limits> {
  const limits: Partial<Limits> = {};
  for (const [key, value] of Object.entries(given)) {
    const known = limitsByKey[key];
    if (!known || typeof value !== 'number' || !Number.isFinite(value)) {
      leftOut.push(`limits.${key}: ${known ? 'expected a number' : 'a package here has no such limit'}`);
      continue;
    }
    const exact = Math.round(value * known.factor);
    const kept = Math.min(known.most, Math.max(known.least, exact));
    limits[known.key] = kept;
    const cut = kept === exact ? '' : ` (${exact} is out of ${known.least} to ${known.most})`;
    mapped.push(`limits.${key} → limits.${known.ours}: ${kept}${cut}`);
  }
  return limits;
}

function textsOf(paths: readonly string[], { mapped, leftOut }: Told): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const path of paths) {
    if (path === 'problem.yaml') continue;
    const [, folder = '', stem = '', locale = ''] =
      /^(statement|solution)\/(problem|solution)\.([A-Za-z-]+)\.md$/.exec(path) ?? [];
    const ours = localeOf(locale);
    if (ours && stem === (folder === 'statement' ? 'problem' : 'solution')) {
      const to = `${folder}/${stem}.${ours}.md`;
      texts[to] = path;
      mapped.push(`${path} → ${to}`);
    } else leftOut.push(`${path}: ${whyNot(path)}`);
  }
  return texts;
}

function whyNot(path: string): string {
  if (/^(statement|solution|problem_statement)\//.test(path)) return 'texts are Markdown in en and zh';
  if (/^data\//.test(path)) return 'cases are arguments of a function here, not text on standard input';
  if (/^submissions\//.test(path)) return 'solutions are TypeScript modules here';
  return 'a package here has no place for it';
}

function localeOf(locale: string): keyof Localized | undefined {
  if (/^en(-|$)/i.test(locale)) return 'en';
  return /^zh(-|$)/i.test(locale) ? 'zh' : undefined;
}

export function toSlug(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
