import type { ListedSet, Preview } from '#judge/rejudge.ts';
import type { Difference } from '#prisma/rejudging-preview.ts';

/** A set as the API gives it. */
export function setBody({ rejudging, progress }: ListedSet) {
  const { id, reason, choice, target, state, createdAt, createdBy, decidedAt, decidedBy } = rejudging;
  return {
    id,
    reason,
    choice,
    to: target,
    state,
    createdAt: createdAt.toISOString(),
    createdBy,
    decidedAt: decidedAt?.toISOString() ?? null,
    decidedBy,
    progress,
  };
}

/** A set with what it would change, or has. */
export function previewBody(preview: Preview) {
  const { matrix, cpu, differences, next } = preview;
  return {
    ...setBody(preview),
    matrix,
    cpu: cpu ?? null,
    differences: differences.map(differenceBody),
    next,
  };
}

function differenceBody(row: Difference) {
  const { submissionId, slug, userId, userName, submittedAt, changes, conflict } = row;
  return {
    submission: submissionId,
    problem: slug,
    user: { id: userId, name: userName },
    submittedAt: submittedAt.toISOString(),
    old: { verdict: row.oldVerdict, score: row.oldScore, maxScore: row.oldMaxScore, cpuMs: row.oldCpuMs },
    new: { verdict: row.verdict, score: row.score, maxScore: row.maxScore, cpuMs: row.cpuMs },
    tests: changes,
    conflict,
  };
}
