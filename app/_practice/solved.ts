/** How well a problem was known, by the submissions to it. */
import type { SolvedLine } from '#prisma/practice-entry.ts';
import type { JudgedLine } from '#prisma/submission.ts';
import type { Grade } from './grade.ts';

export type SolvedGrade = { id: string; slug: string; grade: Grade; at: Date };

/** A grade that was said by hand: that it was given up. */
export type SaidGrade = Omit<SolvedGrade, 'id'>;

/** What the log holds of problems, the oldest first: what submissions gave, undone or not, and what was said by hand. */
type Logged = { recorded?: readonly SolvedLine[]; said?: readonly SaidGrade[] };

/** What is sent within this belongs to one sitting: after a failure it mends, after a success it polishes. */
const sittingMs = 12 * 3_600_000;

/** What counts as a failure. Not a slip that the type checker found, nor trouble of ours. */
const failures = new Set(['WA', 'TLE', 'MLE', 'OLE', 'RTE']);

/**
 * The grades that submissions, the oldest first, add to the log: one for each sitting in which a problem was solved and
 * that has none yet, whichever of its submissions was judged first or is still looked through. At first try it is good,
 * and easy where the last time was at first try as well; after failures it is hard. Giving up is said by hand: it is a
 * failure to whoever solves it in the same sitting, and the last time to whoever comes back.
 */
export function gradesOf(
  submissions: readonly JudgedLine[],
  { recorded = [], said = [] }: Logged = {},
): SolvedGrade[] {
  const bySlug = Map.groupBy(submissions, ({ slug }) => slug);
  const recordedOf = Map.groupBy(recorded, ({ slug }) => slug);
  const saidOf = Map.groupBy(said, ({ slug }) => slug);
  return [...bySlug].flatMap(([slug, own]) =>
    gradesOfOne(own, { recorded: recordedOf.get(slug) ?? [], said: saidOf.get(slug) ?? [] }),
  );
}

function gradesOfOne(
  submissions: readonly JudgedLine[],
  { recorded, said }: Required<Logged>,
): SolvedGrade[] {
  const grades: SolvedGrade[] = [];
  let solved = recorded;
  let failed = false;
  let before: Date | undefined;
  for (const { id, slug, verdict, createdAt: at } of submissions) {
    if (before && isLater(before, at)) failed = false;
    before = at;
    if (verdict !== 'AC') {
      failed ||= verdict !== null && failures.has(verdict);
      continue;
    }
    if (!solved.some((one) => isOneSitting(one.at, at))) {
      const last = solved.findLast((one) => one.at <= at);
      const gaveUp = said.findLast((one) => one.at <= at && (!last || one.at > last.at));
      const justNow = gaveUp !== undefined && !isLater(gaveUp.at, at);
      const grade = gradeOf(failed || justNow, gaveUp ?? last);
      grades.push({ id, slug, at, grade });
      solved = [...solved, { slug, at, grade }].sort((a, b) => a.at.getTime() - b.at.getTime());
    }
    failed = false;
  }
  return grades;
}

function isLater(before: Date, at: Date): boolean {
  return at.getTime() - before.getTime() >= sittingMs;
}

function isOneSitting(one: Date, other: Date): boolean {
  return Math.abs(one.getTime() - other.getTime()) < sittingMs;
}

function gradeOf(failed: boolean, last: SolvedLine | undefined): Grade {
  if (failed) return 2;
  return last !== undefined && last.grade >= 3 ? 4 : 3;
}
