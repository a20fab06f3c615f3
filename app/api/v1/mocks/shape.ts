import type { Clock } from '#app/_mock/clock.ts';
import { answerOf, clockOf, requireKind } from '#app/_mock/read-mock.ts';
import type { MockReport } from '#app/_mock/report.ts';
import type { MockItem } from '#prisma/generated/client.ts';
import type { WholeMock } from '#prisma/mock.ts';

export function clockJson({ state, current, elapsedMs, spentMs, finishedAt }: Clock, items: number) {
  return {
    state,
    current,
    elapsedMs,
    spentMs: Array.from({ length: items }, (_, place) => spentMs[place] ?? 0),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

export function itemJson(row: MockItem) {
  const { place, slug, checkId, beyond, budgetSeconds, notes, revealedAt, points } = row;
  return {
    place,
    kind: requireKind(row.kind),
    slug,
    check: checkId,
    beyond,
    budgetMs: budgetSeconds * 1000,
    notes,
    revealed: revealedAt !== null,
    points,
    answer: answerOf(row),
  };
}

export type ItemJson = ReturnType<typeof itemJson>;

export function mockLineJson(mock: WholeMock, now: Date) {
  const { id, minutes, topics, level, startedAt, items } = mock;
  const clock = clockJson(clockOf(mock, now), items.length);
  return { id, minutes, topics, level, startedAt: startedAt.toISOString(), clock };
}

export function mockJson(mock: WholeMock, { report, now }: { report: MockReport | null; now: Date }) {
  return {
    ...mockLineJson(mock, now),
    sharedAs: mock.shareKey,
    items: mock.items.map(itemJson),
    report,
  };
}
