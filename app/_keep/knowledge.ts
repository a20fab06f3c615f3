/** What somebody would recall, by topic and over time. No clock, no database. */
import { recallOf } from '#app/_practice/memory.ts';
import { type Card, keyOf } from '#app/_practice/plan.ts';
import { type CardKey, type Entry, elapsedDays, traceStates } from '#app/_practice/replay.ts';

export type Taught = CardKey & { topics: readonly string[] };

export type TopicKnowledge = {
  topic: string;
  questions: { seen: number; all: number };
  /** How likely a card that was seen is recalled now, on average; null where none was seen. */
  recall: number | null;
  problems: { solved: number; all: number };
  /** How many cards would have been recalled, at each of the moments asked for. */
  history: number[];
};

type Given = {
  taught: readonly Taught[];
  cards: readonly Card[];
  /** Slugs of problems. */
  solved: ReadonlySet<string>;
  /** By card, what happened to it. */
  log: ReadonlyMap<string, readonly Entry[]>;
  /** The last of them is now. */
  moments: readonly Date[];
};

/** By topic, those of which most was seen first. */
export function knowledgeByTopic({ taught, cards, solved, log, moments }: Given): TopicKnowledge[] {
  const now = moments.at(-1);
  const recall = now ? recallNow(cards, now) : new Map<string, number>();
  const histories = new Map([...log].map(([key, entries]) => [key, recallAt(entries, moments)]));
  const topics = [...new Set(taught.flatMap(({ topics }) => topics))];
  return topics
    .map((topic) => {
      const items = taught.filter(({ topics }) => topics.includes(topic));
      const questions = items.filter(({ kind }) => kind === 'question');
      const problems = items.filter(({ kind }) => kind === 'problem');
      const recalls = items.flatMap((item) => recall.get(keyOf(item)) ?? []);
      return {
        topic,
        questions: {
          seen: questions.filter((item) => recall.has(keyOf(item))).length,
          all: questions.length,
        },
        recall: recalls.length === 0 ? null : sum(recalls) / recalls.length,
        problems: { solved: problems.filter(({ slug }) => solved.has(slug)).length, all: problems.length },
        history: moments.map((_, at) => sum(items.map((item) => histories.get(keyOf(item))?.[at] ?? 0))),
      };
    })
    .sort((a, b) => begun(b) - begun(a) || (a.topic < b.topic ? -1 : 1));
}

export function begun({ questions, problems }: Pick<TopicKnowledge, 'questions' | 'problems'>): number {
  return questions.seen + problems.solved;
}

/** By card that was seen, how likely it is recalled. */
export function recallNow(cards: readonly Card[], now: Date): Map<string, number> {
  return new Map(
    cards.flatMap((card) =>
      card.memory === null ? [] : [[keyOf(card), recallOf(card.memory, elapsedDays(card, now))] as const],
    ),
  );
}

/** How likely a card was recalled at each moment, by what had happened to it until then. */
export function recallAt(entries: readonly Entry[], moments: readonly Date[]): number[] {
  const states = traceStates(entries);
  return moments.map((moment) => {
    const state = states.findLast(({ at }) => at <= moment)?.state;
    return state?.memory ? recallOf(state.memory, elapsedDays(state, moment)) : 0;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
