import { basename } from 'node:path';
import { ContentError } from '#content/content-error.ts';
import { findLinkable } from '#content/linkable.ts';
import type { ProblemPackage } from '#content/problem.ts';
import { readProblem } from '#content/read-problem.ts';
import type { Stations } from '#judge/grade.ts';
import { type MutationReport, mutatePackage } from '#judge/mutate.ts';
import { findOrPrepare, type Prepared } from '#judge/prepared.ts';
import { AuthorCodeError } from '#judge/reference.ts';
import { type VerifyReport, verifyPackage } from '#judge/verify.ts';
import { readCommandConfig } from '../config.ts';
import { cacheFolder } from '../stations.ts';
import { step } from '../step.ts';
import { contentFolder } from './find-package.ts';

export type Verified =
  | { kind: 'unreadable'; slug: string; why: string }
  | {
      kind: 'verified';
      pkg: ProblemPackage;
      prepared: Prepared;
      report: VerifyReport;
      mutation: MutationReport | null;
    };

type How = { openStations: () => Promise<Stations>; mutate: boolean; pairs: number; cacheDir?: string };

/** Reads, prepares and verifies a package; what its author did wrong is told, not thrown. */
export async function verifyFolder(
  folder: string,
  { openStations, mutate, pairs, cacheDir = cacheFolder() }: How,
): Promise<Verified> {
  const slug = basename(folder);
  try {
    const pkg = await readProblem(folder);
    const stations = await step('open compiler, sandbox and reference engine', openStations);
    const prepared = await step(`${slug}: compute the expected outputs`, () =>
      findOrPrepare(pkg, openStations, { cacheDir, backend: readCommandConfig().backend }),
    );
    const report = await verifyPackage({
      pkg,
      ...prepared,
      stations,
      linkable: await findLinkable(contentFolder),
      onGraded: ({ file, verdict, cpuMs }) =>
        process.stderr.write(`  ${verdict.padEnd(3)} ${slug}/${file}  ${Math.round(cpuMs)} ms\n`),
    });
    const mutation = mutate ? await mutated(pkg, prepared, { stations, pairs }) : null;
    return { kind: 'verified', pkg, prepared, report, mutation };
  } catch (error) {
    if (error instanceof ContentError || error instanceof AuthorCodeError)
      return { kind: 'unreadable', slug, why: whyOf(error) };
    throw error;
  }
}

function mutated(
  pkg: ProblemPackage,
  { problem }: Prepared,
  { stations, pairs }: { stations: Stations; pairs: number },
): Promise<MutationReport> {
  return step(`${pkg.slug}: run the mutants`, () =>
    mutatePackage({
      pkg,
      problem,
      stations,
      pairs,
      onMutant: ({ mutant: { file, name }, fate }) => {
        if (fate === 'survived') process.stderr.write(`  survives ${pkg.slug}/${file}:${name}\n`);
      },
    }),
  );
}

function whyOf(error: ContentError | AuthorCodeError): string {
  if (error instanceof AuthorCodeError)
    return `error: ${error.slug}/${error.file}: author code: ${error.message.replace(/^[^:]*: /, '')}`;
  return error.issues
    .map(
      ({ file, line, message }) => `error: ${line === null ? file : `${file}:${line}`}: format: ${message}`,
    )
    .join('\n');
}

export function holds(result: Verified): result is Extract<Verified, { kind: 'verified' }> {
  if (result.kind === 'unreadable') return false;
  const findings = [...result.report.findings, ...(result.mutation?.findings ?? [])];
  return findings.every(({ severity }) => severity === 'warning');
}
