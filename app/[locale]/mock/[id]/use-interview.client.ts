import { useEffect, useRef, useState } from 'react';
import { mockMessages } from '#app/_messages/mock.ts';
import { graceMs } from '#app/_mock/clock.ts';
import type { Locale } from '#judge/verdict.ts';
import type { ItemView } from '../item-view.ts';
import type { ClockView, ItemPatch, Told } from '../mock-client.ts';
import { useAnswers } from '../use-answers.client.ts';
import { useElapsed } from '../use-elapsed.client.ts';
import { useKeys } from '../use-keys.client.ts';
import { useMockClock } from '../use-mock-clock.client.ts';
import { choose, chosenOf } from './chosen.ts';
import { toggled } from './question-item.client.tsx';

type Options = {
  locale: Locale;
  id: string;
  minutes: number;
  items: readonly ItemView[];
  told: readonly Told[];
  clock: ClockView;
};

const warnMs = 5 * 60_000;

/** A mock interview under way: what is asked, what was answered, the clock, and the keys for all of it. */
export function useInterview({ locale, id, minutes, items, told, clock: first }: Options) {
  const t = mockMessages[locale];
  const answers = useAnswers(id, told);
  const { clock, sync, ...acts } = useMockClock({
    id,
    first,
    flush: answers.flush,
    onAsk: answers.asking,
  });
  const elapsedMs = useElapsed(clock);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const lengthMs = minutes * 60_000;
  const timeOver = elapsedMs >= lengthMs;
  const item = items[clock.current];
  const here = answers.answers[clock.current];

  const left = timeOver ? 'none' : lengthMs - elapsedMs <= warnMs ? 'little' : 'enough';
  const before = useRef(left);
  // Told once, when it happens: a clock read aloud each second would be in the way.
  useEffect(() => {
    if (before.current === left) return;
    before.current = left;
    if (left === 'little') setSaid(t.said.fiveLeft);
    if (left === 'none') setSaid(t.said.over);
  }, [left, t]);

  const stood = useRef(clock.state);
  // Told of the clock itself, which the server stops: one that could not be reached has not paused.
  useEffect(() => {
    if (stood.current === clock.state) return;
    stood.current = clock.state;
    if (clock.state === 'paused') setSaid(t.said.paused);
    if (clock.state === 'running') setSaid(t.said.resumed);
  }, [clock.state, t]);

  const gone = clock.state === 'running' && elapsedMs >= lengthMs + graceMs;
  // By then the server has ended it, and says so; it may have been ended elsewhere as well, where marks are refused.
  useEffect(() => {
    if (gone || answers.refused) void sync();
  }, [gone, answers.refused, sync]);

  const change = (patch: ItemPatch) => answers.change(clock.current, patch);
  const goTo = (place: number) => {
    const allowed = clock.state === 'running' && !timeOver && items[place] !== undefined;
    if (allowed) void acts.go(place);
  };
  const pauseOrResume = () => {
    void answers.flush();
    void (clock.state === 'running' ? acts.pause() : acts.resume());
  };
  const next = () => goTo(clock.current + 1);
  const back = () => goTo(clock.current - 1);
  const shown = clock.state === 'running' && item !== undefined && here !== undefined;
  useKeys(
    {
      next,
      back,
      pause: pauseOrResume,
      ...(shown &&
        item.kind === 'question' &&
        !here.revealed && { reveal: () => change({ revealed: true }) }),
      ...(shown && { digit: digitOf(item, here, change) }),
    },
    !asking,
  );
  return {
    clock,
    elapsedMs,
    timeOver,
    item,
    told: here,
    dealtWith: answers.answers.map((one) => one.revealed || isAnswered(one)),
    said,
    trouble: acts.trouble ?? answers.trouble,
    refused: acts.refused || answers.refused,
    asking,
    setAsking,
    change,
    next,
    back,
    pauseOrResume,
    finish: acts.finish,
  };
}

export type Interview = ReturnType<typeof useInterview>;

function isAnswered({ answer }: Told): boolean {
  if (answer === null) return false;
  return 'chosen' in answer ? answer.chosen.length > 0 : answer.text.trim() !== '';
}

function digitOf(
  item: ItemView,
  here: Told,
  change: (patch: ItemPatch) => void,
): ((index: number) => void) | undefined {
  if (item.kind === 'question' && here.revealed)
    return (index) => {
      if (index < item.points) change({ points: toggled(here.points, index) });
    };
  if (item.kind === 'check' && item.asks === 'choice')
    return (index) => {
      if (index < item.optionsHtml.length) change({ answer: choose(item, chosenOf(here), index) });
    };
  return undefined;
}
