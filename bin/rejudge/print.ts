import type { ListedSet, Preview } from '#judge/rejudge.ts';
import type { Difference, Progress } from '#prisma/rejudging-preview.ts';

export function setJson({ rejudging, progress }: ListedSet) {
  const { id, reason, choice, target, state, createdAt, createdBy, decidedAt, decidedBy } = rejudging;
  return {
    id,
    reason,
    choice,
    target,
    state,
    createdAt,
    createdBy: createdBy?.name ?? null,
    decidedAt,
    decidedBy: decidedBy?.name ?? null,
    progress,
  };
}

export function setLine({ rejudging, progress }: ListedSet): string {
  const { id, state, createdAt, reason } = rejudging;
  return `${id}  ${state.padEnd(9)}  ${createdAt.toISOString().slice(0, 16)}Z  ${progressText(progress)}  ${reason}`;
}

export function progressText({ total, judged, dropped, differing, judgeErrors }: Progress): string {
  return [
    `${judged} of ${total} judged`,
    `${differing} differ`,
    ...(judgeErrors > 0 ? [`${judgeErrors} judge errors`] : []),
    ...(dropped > 0 ? [`${dropped} dropped`] : []),
  ].join(', ');
}

export function previewJson(preview: Preview) {
  const { matrix, cpu, differences, next } = preview;
  return { ...setJson(preview), matrix, cpu: cpu ?? null, differences, next };
}

/** A set for people: the matrix, the CPU times, and a line for each submission that differs. */
export function previewText(preview: Preview): string {
  const { rejudging, progress, matrix, cpu, differences, next } = preview;
  const percent = (ratio: number) => `${Math.round(ratio * 100)} %`;
  return [
    `${rejudging.state}: ${rejudging.reason}`,
    progressText(progress) + (progress.conflicts > 0 ? `, ${progress.conflicts} changed meanwhile` : ''),
    ...(matrix.length > 0 ? ['', ...matrixLines(matrix)] : []),
    ...(cpu
      ? [
          '',
          `CPU time now, of what it was: median ${percent(cpu.median)}, from ${percent(cpu.p10)} to ${percent(cpu.p90)} (first and last decile of ${cpu.compared})`,
        ]
      : []),
    ...(differences.length > 0 ? ['', ...differences.map(differenceLine)] : []),
    ...(next === null ? [] : [`… more than ${differences.length}; the site shows all`]),
  ].join('\n');
}

function matrixLines(matrix: Preview['matrix']): string[] {
  const news = [...new Set(matrix.map((move) => move.new))];
  const olds = [...new Set(matrix.map((move) => move.old))];
  const count = (old: string | null, now: string) =>
    matrix.find((move) => move.old === old && move.new === now)?.count ?? 0;
  return [
    `was \\ is${news.map((code) => code.padStart(7)).join('')}`,
    ...olds.map(
      (old) =>
        `${(old ?? '-').padEnd(8)}${news.map((now) => String(count(old, now) || '·').padStart(7)).join('')}`,
    ),
  ];
}

function differenceLine(row: Difference): string {
  const tests = row.changes
    .slice(0, 3)
    .map(({ name, old, new: now }) => `${name} ${old ?? '-'}→${now ?? '-'}`);
  const more = row.changes.length > 3 ? `, ${row.changes.length - 3} more` : '';
  return [
    row.submissionId,
    row.slug,
    row.userName,
    `${row.oldVerdict ?? '-'} → ${row.verdict}`,
    `${row.oldScore ?? '-'} → ${row.score ?? '-'} points`,
    ...(row.conflict ? ['changed meanwhile'] : []),
    ...(tests.length > 0 ? [tests.join(', ') + more] : []),
  ].join('  ');
}
