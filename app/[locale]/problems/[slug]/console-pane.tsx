import { Terminal } from 'lucide-react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Scrolled } from '#app/_ui/scrolled.tsx';
import type { PublicProblem } from '#content/public-problem.ts';
import type { Locale } from '#judge/verdict.ts';
import type { SampleOutcome } from './run-samples.ts';

type Props = { locale: Locale; problem: PublicProblem; results: SampleOutcome[] };

/** What the solution printed in the last run, sample by sample. */
export function ConsolePane({ locale, problem, results }: Props) {
  const t = workspaceMessages[locale];
  const printed = problem.samples.flatMap(({ name }, i) => {
    const text = results.find((result) => result.name === name)?.console;
    return text ? [{ name, title: t.sample(i + 1), text }] : [];
  });
  if (printed.length === 0)
    return (
      <div className="p-4">
        <EmptyState icon={Terminal} title={t.nothingPrinted}>
          {t.nothingPrintedText}
        </EmptyState>
      </div>
    );
  return (
    <div className="flex flex-col gap-4 p-4">
      {printed.map(({ name, title, text }) => (
        <section key={name} aria-label={title}>
          <h3 className="mb-1 font-normal text-ink-muted text-sm">{title}</h3>
          <Scrolled label={title}>{text}</Scrolled>
        </section>
      ))}
    </div>
  );
}
