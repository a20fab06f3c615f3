import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ContentError, type ContentIssue } from './content-error.ts';
import type {
  Case,
  CaseSource,
  Localized,
  PackageSubmission,
  ProblemPackage,
  ReasonedMutants,
  SubmissionFolder,
  TestGroup,
} from './problem.ts';
import { belongs, hashFiles, isText, type PackageFiles, readPackageFiles } from './read-problem/files.ts';
import { wrongQuestions } from './read-problem/linked-questions.ts';
import {
  type CaseFile,
  caseFile,
  type GroupFile,
  groupFile,
  type ProblemFile,
  problemFile,
  type SubmissionsFile,
  submissionsFile,
} from './read-problem/schema.ts';
import { expectedSlug, isSlug } from './slug.ts';
import { parseYaml } from './yaml-file.ts';

/**
 * The folders of all packages under `content/problems`, by slug. What begins with a dot is none: an editor's, or one that is
 * still being written.
 */
export async function listProblemFolders(contentFolder: string): Promise<string[]> {
  const folder = join(contentFolder, 'problems');
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(folder, entry.name))
    .sort();
}

/** The version of a package as it lies in its folder, without reading what its files say. Throws {@link ContentError} for links. */
export async function hashProblem(folder: string): Promise<string> {
  return hashFiles(await readPackageFiles(folder));
}

/** Reads all packages. Throws {@link ContentError} with everything that is wrong with any of them. */
export async function readProblems(contentFolder: string): Promise<ProblemPackage[]> {
  const { packages, faulty } = await readSoundProblems(contentFolder);
  if (faulty.length > 0) throw new ContentError(faulty.flatMap(({ issues }) => issues));
  return packages;
}

/** A package that cannot be taken as it is, and all that is wrong with it. */
export type FaultyProblem = { slug: string; issues: ContentIssue[] };

/** Reads all packages, and tells of those that cannot be read. */
export async function readSoundProblems(
  contentFolder: string,
): Promise<{ packages: ProblemPackage[]; faulty: FaultyProblem[] }> {
  const folders = await listProblemFolders(contentFolder);
  const results = await Promise.allSettled(folders.map((folder) => readProblem(folder)));
  const packages: ProblemPackage[] = [];
  const faulty: FaultyProblem[] = [];
  for (const [i, result] of results.entries()) {
    const slug = basename(folders[i] ?? '');
    if (result.status === 'rejected') {
      if (!(result.reason instanceof ContentError)) throw result.reason;
      faulty.push({ slug, issues: result.reason.issues });
      continue;
    }
    const pkg = result.value;
    const twin = packages.find(({ uuid }) => uuid === pkg.uuid);
    const message = `uuid: expected one of its own, but ${twin?.slug} has the same`;
    if (twin) faulty.push({ slug, issues: [{ file: `${slug}/problem.yaml`, line: null, message }] });
    else packages.push(pkg);
  }
  return { packages, faulty };
}

/**
 * Reads a package. Throws {@link ContentError} with everything that is wrong with it, by file and line. `questions` is
 * where those lie that its misconceptions may name: beside the folder that it is in.
 */
export async function readProblem(
  folder: string,
  { questions = join(folder, '../../questions') }: { questions?: string } = {},
): Promise<ProblemPackage> {
  const slug = basename(folder);
  const files = await readPackageFiles(folder);
  const issues: ContentIssue[] = [];
  const reading: Reading = { slug, files, issues };

  if (!isSlug(slug)) issues.push({ file: slug, line: null, message: `the folder's name: ${expectedSlug}` });
  for (const [path, bytes] of files) {
    if (!belongs(path)) complain(reading, path, 'unknown file: a package has no place for it');
    else if (!isText(bytes)) complain(reading, path, 'expected text in UTF-8');
  }
  const problem = yaml(reading, 'problem.yaml', problemFile);
  for (const path of ['include/signature.ts', 'include/driver.ts', 'reference/reference.ts', template]) {
    required(reading, path);
  }
  const groups = problem ? readGroups(reading, problem) : [];
  const { submissions, equivalentMutants, survivingMutants } = readSubmissions(reading);
  const texts = problem && {
    name: bothLanguages(reading, 'problem.yaml', problem.name),
    statement: translated(reading, 'statement/problem'),
    editorial: translated(reading, 'solution/solution'),
  };
  issues.push(
    ...(await wrongQuestions({ slug, questions, submissions, text: textOf(files, submissionsYaml) })),
  );
  if (issues.length > 0 || !problem || !texts) throw new ContentError(issues);

  return {
    slug,
    version: hashFiles(files),
    uuid: problem.uuid,
    ...texts,
    difficulty: problem.difficulty,
    topics: problem.topics,
    source: problem.source,
    license: problem.license,
    credits: problem.credits,
    limits: problem.limits,
    runtime: problem.runtime,
    entryPoints: problem.entry_points,
    template: textOf(files, template),
    signature: textOf(files, 'include/signature.ts'),
    code: textsOf(files, codePath),
    groups,
    submissions,
    equivalentMutants,
    survivingMutants,
    yaml: textsOf(files, ruledPath),
  };
}

type Reading = { slug: string; files: PackageFiles; issues: ContentIssue[] };

const template = 'attachments/templates/typescript/solution.ts';
const codePath = /^(include|generators|reference|output_validator)\//;
const ruledPath = /^problem\.yaml$|\/(submissions|test_group)\.yaml$/;

/** Large inputs come from a generator; what is written out stays small enough to be read and kept in git. */
const largestCaseKiB = 64;

function complain({ slug, issues }: Reading, path: string, message: string): void {
  issues.push({ file: `${slug}/${path}`, line: null, message });
}

function textOf(files: PackageFiles, path: string): string {
  return files.get(path)?.toString('utf8') ?? '';
}

function textsOf(files: PackageFiles, chosen: RegExp): Record<string, string> {
  const paths = [...files.keys()].filter((path) => chosen.test(path));
  return Object.fromEntries(paths.map((path) => [path, textOf(files, path)]));
}

function required(reading: Reading, path: string): void {
  if (!reading.files.has(path)) complain(reading, path, 'expected this file');
}

function yaml<T>(reading: Reading, path: string, schema: Parameters<typeof parseYaml<T>>[1]): T | undefined {
  if (!reading.files.has(path)) {
    complain(reading, path, 'expected this file');
    return undefined;
  }
  return parseYaml(
    { file: `${reading.slug}/${path}`, text: textOf(reading.files, path) },
    schema,
    reading.issues,
  );
}

function translated(reading: Reading, stem: string): Localized {
  const read = (locale: string) => {
    const path = `${stem}.${locale}.md`;
    const text = textOf(reading.files, path);
    if (text.trim() === '') complain(reading, path, 'expected this text: every language needs it');
    return text;
  };
  return { en: read('en'), zh: read('zh') };
}

function bothLanguages(
  reading: Reading,
  path: string,
  name: { en?: string | undefined; zh?: string | undefined },
): Localized {
  for (const locale of ['en', 'zh'] as const) {
    if (name[locale] === undefined)
      complain(reading, path, `name.${locale}: expected a name in this language`);
  }
  return { en: name.en ?? '', zh: name.zh ?? '' };
}

function readGroups(reading: Reading, problem: ProblemFile): TestGroup[] {
  const folders = groupFolders(reading);
  const secret = folders.filter((folder) => folder !== 'data/sample');
  if (!folders.includes('data/sample')) complain(reading, 'data/sample', 'expected at least one sample case');
  if (secret.length === 0) complain(reading, 'data/secret', 'expected at least one group of secret cases');
  const groups = ['data/sample', ...secret].flatMap((folder) => readGroup(reading, folder, problem) ?? []);
  // Of a group that could not be read the points are not known.
  if (groups.length <= secret.length) return groups;
  const points = groups.reduce((sum, group) => sum + group.points, 0);
  if (points !== 100)
    complain(reading, 'data/secret', `points: expected the groups to add up to 100, got ${points}`);
  return groups;
}

/** `data/sample` and `data/secret/<group>`, by name. */
function groupFolders({ files }: Reading): string[] {
  const folders = [...files.keys()].map(
    (path) => /^data\/(sample|secret\/[^/]+)(?=\/)/.exec(path)?.[0] ?? [],
  );
  return [...new Set(folders.flat())].sort((a, b) => (a < b ? -1 : 1));
}

function groupName(folder: string): string {
  return folder === 'data/sample' ? 'sample' : folder.slice('data/secret/'.length);
}

const sampleGroup: GroupFile = {
  name: { en: 'Samples', zh: '样例' },
  points: 0,
  full_feedback: true,
  validator: false,
};

function readGroup(reading: Reading, folder: string, problem: ProblemFile): TestGroup | undefined {
  const sample = folder === 'data/sample';
  const described = `${folder}/test_group.yaml`;
  const group = sample && !reading.files.has(described) ? sampleGroup : yaml(reading, described, groupFile);
  if (!group) return undefined;
  const paths = [...reading.files.keys()].filter(
    (path) => path.startsWith(`${folder}/`) && path !== described,
  );
  if (paths.length === 0) complain(reading, folder, 'expected at least one case');
  if (sample && group.points > 0) complain(reading, described, 'points: samples earn none');
  if (group.validator && !reading.files.has('output_validator/check.ts')) {
    complain(reading, described, 'validator: expected output_validator/check.ts beside it');
  }
  return {
    name: groupName(folder),
    title: group.name,
    points: group.points,
    sample,
    tolerance: ('tolerance' in group ? group.tolerance : undefined) ?? problem.tolerance,
    fullFeedback: sample || group.full_feedback,
    validator: group.validator,
    cases: paths.flatMap((path) => readCase(reading, path) ?? []),
  };
}

function readCase(reading: Reading, path: string): Case | undefined {
  const bytes = reading.files.get(path)?.byteLength ?? 0;
  if (bytes > largestCaseKiB * 1024)
    complain(reading, path, `expected at most ${largestCaseKiB} KiB: large inputs come from a generator`);
  const file = yaml<CaseFile>(reading, path, caseFile);
  if (!file) return undefined;
  const source: CaseSource =
    'generator' in file
      ? { kind: 'generated', generator: file.generator, seed: file.seed, params: file.params }
      : { kind: 'inline', args: file.args };
  if (source.kind === 'generated' && !reading.files.has(`generators/${source.generator}.ts`)) {
    complain(reading, path, `generator: expected generators/${source.generator}.ts`);
  }
  return {
    name: path.slice('data/'.length, -'.yaml'.length),
    source,
    hint: file.hint,
    description: file.description,
  };
}

const submissionsYaml = 'submissions/submissions.yaml';
const verdictOf: Record<SubmissionFolder, string> = {
  accepted: 'AC',
  wrong_answer: 'WA',
  time_limit_exceeded: 'TLE',
  memory_limit_exceeded: 'MLE',
  run_time_error: 'RTE',
  compile_error: 'CE',
};

function readSubmissions(reading: Reading): {
  submissions: PackageSubmission[];
  equivalentMutants: ReasonedMutants[];
  survivingMutants: ReasonedMutants[];
} {
  const read = yaml<SubmissionsFile>(reading, submissionsYaml, submissionsFile);
  const nothing: SubmissionsFile = { equivalentMutants: [], survivingMutants: [], listed: {} };
  const { equivalentMutants, survivingMutants, listed } = read ?? nothing;
  const submissions = [...reading.files.keys()]
    .filter((path) => path.startsWith('submissions/') && path.endsWith('.ts'))
    .map((path): PackageSubmission => {
      const file = path.slice('submissions/'.length);
      const folder = file.slice(0, file.indexOf('/')) as SubmissionFolder;
      const said: SubmissionsFile['listed'][string] | undefined = listed[file];
      return {
        file,
        folder,
        source: textOf(reading.files, path),
        permitted: said?.permitted ?? [verdictOf[folder]],
        required: said?.required ?? [],
        message: said?.message ?? null,
        misconception: said?.misconception ?? null,
      };
    });
  const files = new Set(submissions.map((submission) => submission.file));
  for (const file of Object.keys(listed)) {
    if (!files.has(file)) complain(reading, submissionsYaml, `${file}: there is no such submission`);
  }
  for (const submission of submissions) complainOfPromises(reading, submission);
  const ids = submissions.flatMap(({ misconception }) => misconception?.id ?? []);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) {
    complain(reading, submissionsYaml, `misconception ${id}: the id is used twice`);
  }
  for (const [key, reasoned] of [
    ['equivalent_mutants', equivalentMutants],
    ['surviving_mutants', survivingMutants],
  ] as const)
    for (const { file } of reasoned)
      if (!(files.has(file) && file.startsWith('accepted/')))
        complain(reading, submissionsYaml, `${key}: ${file}: there is no such accepted solution`);
  return { submissions, equivalentMutants, survivingMutants };
}

function complainOfPromises(
  reading: Reading,
  { file, folder, permitted, required }: PackageSubmission,
): void {
  // Else a folder could promise what its files need not keep.
  if (!permitted.includes(verdictOf[folder]))
    complain(reading, submissionsYaml, `${file}: permitted: expected ${verdictOf[folder]} among them`);
  const known = new Set(groupFolders(reading).map(groupName));
  for (const group of required.filter((name) => !known.has(name)))
    complain(reading, submissionsYaml, `${file}: required: there is no group ${group}`);
}
