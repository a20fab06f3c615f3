'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { mockMessages } from '#app/_messages/mock.ts';
import { Button } from '#app/_ui/button.tsx';
import { Card } from '#app/_ui/card.tsx';
import { difficulties } from '#content/difficulty.ts';
import type { Locale } from '#judge/verdict.ts';
import { startMock } from './mock-client.ts';

const lengths = [20, 45, 60] as const;
const levels = ['any', ...difficulties] as const;

type Outline = { topics: readonly string[]; difficulty: string };
type Props = {
  locale: Locale;
  topics: readonly { topic: string; name: string }[];
  questions: readonly Outline[];
  problems: readonly Outline[];
};

/** How long, about what and how hard; then it begins. */
export function SetUp({ locale, topics, questions, problems }: Props) {
  const t = mockMessages[locale];
  const router = useRouter();
  const [minutes, setMinutes] = useState<(typeof lengths)[number]>(lengths[1]);
  const [level, setLevel] = useState<(typeof levels)[number]>('any');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const fits = ({ topics: about, difficulty }: Outline) =>
    (chosen.length === 0 || about.some((topic) => chosen.includes(topic))) &&
    (level === 'any' || level === difficulty);
  const matching = { questions: questions.filter(fits).length, problems: problems.filter(fits).length };
  // A question and a check from another one for each five minutes that the problem leaves.
  const wanted = Math.round((minutes * 0.55) / 5) * 2;

  const start = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // What stands in the form: it may have been chosen before React heard of it.
    const form = new FormData(event.currentTarget);
    const choice = {
      minutes: lengths.find((one) => form.get('length') === String(one)) ?? minutes,
      level: levels.find((one) => form.get('level') === one) ?? level,
      topics: topics.flatMap(({ topic }) => (form.has(topic) ? [topic] : [])),
    };
    setState('busy');
    const reply = await startMock(choice);
    if (reply.kind === 'done') router.push(`/${locale}/mock/${reply.value.id}`);
    else setState('failed');
  };
  const toggle = (topic: string) =>
    setChosen(chosen.includes(topic) ? chosen.filter((other) => other !== topic) : [...chosen, topic]);
  return (
    <Card className="needs-script">
      <form onSubmit={(event) => void start(event)} className="flex flex-col gap-6">
        <Radios
          legend={t.length}
          name="length"
          values={lengths}
          chosen={minutes}
          onChoose={setMinutes}
          label={t.minutes}
        />
        <Radios
          legend={t.level}
          name="level"
          values={levels}
          chosen={level}
          onChoose={setLevel}
          label={(one) => t.levels[one]}
        />
        <Choices legend={t.topics} hint={t.topicsHint}>
          {topics.map(({ topic, name }) => (
            <Chip
              key={topic}
              type="checkbox"
              name={topic}
              checked={chosen.includes(topic)}
              onChange={() => toggle(topic)}
            >
              {name}
            </Chip>
          ))}
        </Choices>
        <div className="flex flex-col gap-3">
          <p aria-live="polite" className="text-ink-muted text-sm">
            {t.matching(matching)}
            {matching.questions < wanted || matching.problems === 0 ? ` ${t.fillUp}` : null}
          </p>
          <Button type="submit" look="primary" disabled={state === 'busy'} className="min-h-12 text-lg">
            {state === 'busy' ? t.starting : t.start}
          </Button>
          <p className="text-ink-muted text-sm">{t.startHint}</p>
          <p role="alert" className="text-fail text-sm empty:hidden">
            {state === 'failed' ? t.startFailed : null}
          </p>
        </div>
      </form>
    </Card>
  );
}

type RadiosProps<T> = {
  legend: string;
  name: string;
  values: readonly T[];
  chosen: T;
  onChoose: (value: T) => void;
  label: (value: T) => string;
};

function Radios<T extends string | number>({
  legend,
  name,
  values,
  chosen,
  onChoose,
  label,
}: RadiosProps<T>) {
  return (
    <Choices legend={legend}>
      {values.map((value) => (
        <Chip
          key={value}
          type="radio"
          name={name}
          value={value}
          checked={chosen === value}
          onChange={() => onChoose(value)}
        >
          {label(value)}
        </Chip>
      ))}
    </Choices>
  );
}

type ChoicesProps = { legend: string; hint?: string; children: React.ReactNode };

function Choices({ legend, hint, children }: ChoicesProps) {
  return (
    <fieldset>
      <legend className="mb-2">
        <span className="font-semibold">{legend}</span>
        {hint ? <span className="ml-2 text-ink-muted text-sm">{hint}</span> : null}
      </legend>
      <div className="flex flex-wrap gap-2">{children}</div>
    </fieldset>
  );
}

type ChipProps = React.ComponentProps<'input'> & { children: string };

function Chip({ children, ...rest }: ChipProps) {
  return (
    <label className="inline-flex min-h-9 cursor-pointer items-center gap-2 rounded border border-line-strong bg-surface px-3 hover:border-accent has-checked:border-accent has-checked:bg-accent-soft">
      <input className="size-4 accent-accent" {...rest} />
      {children}
    </label>
  );
}
