import type { ReactNode } from 'react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { labelled } from '#app/_ui/labelled.ts';
import { Notice } from '#app/_ui/notice.tsx';
import { Scrolled } from '#app/_ui/scrolled.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { VerdictBadge } from '#app/_ui/verdict-badge.tsx';
import type { PublicSample } from '#content/public-problem.ts';
import type { Locale } from '#judge/verdict.ts';
import { CompileErrors } from './compile-errors.tsx';
import { costText } from './cost-text.ts';
import { Differences } from './differences.tsx';
import { GroupResults } from './group-results.tsx';
import { Pictures } from './pictures/pictures.tsx';
import { expectedText, plainText } from './plain-text.ts';
import type { WordedVerdict } from './submission-client.ts';
import { testNameInFull } from './test-names.ts';

type Test = WordedVerdict['tests'][number];

type Props = {
  locale: Locale;
  problem: string;
  verdict: WordedVerdict;
  /** Opens the editorial where it stands on the same page. */
  onEditorial?: () => void;
  /** With them a sample that failed shows what it was given and what it should have returned. */
  samples?: PublicSample[];
  onReveal?: (line: number, column: number) => void;
  /** What tells its parts from those of another report on the page. */
  of?: string;
};

/** A verdict in words: what it looks like, the first failure, the groups, every test. */
export function VerdictReport({ locale, problem, verdict, onEditorial, samples = [], onReveal, of }: Props) {
  const t = workspaceMessages[locale];
  const failed = verdict.tests.find((test) => test.verdict !== 'AC');
  const sample = failed && samples.find(({ name }) => name === failed.name);
  return (
    <div className="flex flex-col gap-5 p-4" data-verdict={verdict.verdict}>
      <p className="flex flex-wrap items-center gap-3">
        <VerdictBadge locale={locale} verdict={verdict.verdict} size="large" />
        <span className="font-semibold tabular-nums">{t.score(verdict.score, verdict.maxScore)}</span>
        {verdict.tests.length > 0 ? (
          <span className="text-ink-muted text-sm tabular-nums">{costText(verdict)}</span>
        ) : null}
      </p>
      {verdict.verdict === 'JE' ? <Notice kind="warn" title={t.judgeError} /> : null}
      {verdict.diagnosis ? (
        <Notice title={labelled(locale, t.looksLike, verdict.diagnosis.title)}>
          <p>{verdict.diagnosis.message}</p>
          <ReadOn
            locale={locale}
            question={verdict.diagnosis.question}
            problem={problem}
            onEditorial={onEditorial}
          />
        </Notice>
      ) : null}
      {verdict.compile.length > 0 ? (
        <CompileErrors locale={locale} errors={verdict.compile} onReveal={onReveal} />
      ) : null}
      {failed ? (
        <FirstFailure
          locale={locale}
          verdict={verdict}
          test={failed}
          sample={sample}
          onReveal={onReveal}
          of={of}
        />
      ) : null}
      {verdict.tests.length > 0 ? <GroupResults locale={locale} verdict={verdict} of={of} /> : null}
    </div>
  );
}

type ReadOnProps = Pick<Props, 'locale' | 'problem'> & {
  question: NonNullable<WordedVerdict['diagnosis']>['question'];
  onEditorial: Props['onEditorial'] | undefined;
};

/** The question that explains a mistake; where none does, the editorial, which opens for who wants to see it. */
function ReadOn({ locale, problem, question, onEditorial }: ReadOnProps) {
  const t = workspaceMessages[locale];
  return (
    <p className="mt-2 text-sm">
      {t.readOn}{' '}
      {question ? (
        <TextLink href={question.href}>{question.title}</TextLink>
      ) : onEditorial ? (
        <TextButton onClick={onEditorial}>{t.ownEditorial}</TextButton>
      ) : (
        <TextLink href={`/${locale}/problems/${problem}?read=editorial`}>{t.ownEditorial}</TextLink>
      )}
    </p>
  );
}

function TextButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="text-accent underline underline-offset-3 hover:text-accent-strong"
    >
      {children}
    </button>
  );
}

type FailureProps = {
  locale: Locale;
  verdict: WordedVerdict;
  test: Test;
  sample: PublicSample | undefined;
  onReveal: Props['onReveal'] | undefined;
  of: string | undefined;
};

function FirstFailure({ locale, verdict, test, sample, onReveal, of }: FailureProps) {
  const t = workspaceMessages[locale];
  const { failure } = test;
  const place = failure?.kind === 'threw' && failure.line !== null ? failure : undefined;
  return (
    <section aria-label={namedOf(t.firstFailure, of)} className="flex flex-col gap-3">
      <h3 className="flex flex-wrap items-baseline gap-x-3 font-semibold">
        {t.firstFailure}
        {test.failure?.kind === 'judge' ? null : (
          <span className="font-normal text-ink-muted text-sm" title={test.name}>
            {testNameInFull(locale, test, verdict)}
          </span>
        )}
      </h3>
      <p className="whitespace-pre-wrap break-words">{test.message}</p>
      {place && onReveal ? (
        <p>
          <TextButton onClick={() => onReveal(place.line ?? 1, place.column ?? 1)}>
            {t.line(place.line ?? 1)}
          </TextButton>
        </p>
      ) : null}
      {failure?.kind === 'values' ? <Differences locale={locale} worst={failure.worst} /> : null}
      {test.hint ? (
        <p>
          <span className="font-semibold">{t.hint}</span> {test.hint}
        </p>
      ) : null}
      {sample && test.output !== undefined && failure?.kind === 'values' ? (
        <Pictures locale={locale} sample={sample} output={test.output} failing={failure.path} />
      ) : null}
      {sample ? (
        <>
          <Value label={t.input} text={plainText(sample.args)} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Value label={t.expected} text={expectedText(sample)} />
            {test.output === undefined ? null : <Value label={t.yours} text={plainText(test.output)} />}
          </div>
        </>
      ) : null}
      {test.console ? <Value label={namedOf(t.printed, of)} text={test.console} /> : null}
    </section>
  );
}

function namedOf(name: string, of: string | undefined): string {
  return of === undefined ? name : `${name}, ${of}`;
}

function Value({ label, text }: { label: string; text: string }) {
  return (
    <div className="min-w-0">
      <h4 className="mb-1 font-normal text-ink-muted text-sm">{label}</h4>
      <Scrolled label={label} className="max-h-40">
        {text}
      </Scrolled>
    </div>
  );
}
