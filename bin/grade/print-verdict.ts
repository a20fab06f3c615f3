import { commandMessages } from '#app/_messages/command.ts';
import type { QuestionTitle } from '#content/list-questions.ts';
import { describeDiagnostic, describeFailure } from '#judge/describe.ts';
import type { Diagnosis, Locale, TestResult, Verdict } from '#judge/verdict.ts';
import { readOnLines } from '../read-on.ts';

/** How a verdict is told: in which language, which question explains the mistake, and where Whetstone can be read. */
export type Telling = {
  locale: Locale;
  explaining: QuestionTitle | undefined;
  siteUrl: string;
  /** The slug of a problem of the site's; none of a package elsewhere. */
  ofSite: string | undefined;
};

/** The verdict as the API tells it, without ids and dates. */
export function verdictJson(
  verdict: Verdict,
  { problem, version, ...telling }: Telling & { problem: string; version: string },
) {
  const { verdict: code, score, maxScore, cpuMs, memoryKiB, compile, groups, tests, diagnosis } = verdict;
  const { locale } = telling;
  return {
    problem,
    problemVersion: version,
    status: 'done',
    verdict: code,
    score,
    maxScore,
    cpuMs,
    memoryKiB,
    compile: compile.map((one) => ({ ...one, message: describeDiagnostic(one, locale) })),
    groups,
    tests: tests.map(({ failure, hint, console: printed, output, ...test }) => ({
      ...test,
      message: failure ? describeFailure(failure, locale) : '',
    })),
    diagnosis: diagnosis && diagnosisJson(diagnosis, telling),
  };
}

function diagnosisJson({ id, title, message }: Diagnosis, { locale, explaining }: Telling) {
  return {
    id,
    title: title[locale],
    message: message[locale],
    question: explaining
      ? { slug: explaining.slug, title: explaining.title[locale], href: pathOf(explaining, locale) }
      : null,
  };
}

/** The verdict for people. */
export function verdictText(verdict: Verdict, telling: Telling): string {
  const { compile, groups, tests, diagnosis } = verdict;
  const { verdict: code, score, maxScore, cpuMs, memoryKiB } = verdict;
  const { locale } = telling;
  const t = commandMessages[locale];
  const memory = `${(memoryKiB / 1024).toFixed(1)} MiB`;
  const head = [
    `${code} · ${t.points(score, maxScore)} · ${Math.round(cpuMs)} ms · ${memory}`,
    ...compile.map((one) => `  ${one.line}:${one.column} ${one.code} ${describeDiagnostic(one, locale)}`),
  ];
  if (compile.length > 0) return head.join('\n');
  return [
    ...head,
    ...groups.map(
      ({ verdict: word, name, run, total }) => `  ${word.padEnd(3)} ${name}  ${t.testsRun(run, total)}`,
    ),
    ...tests.filter((one) => one.verdict !== 'AC').map((one) => lineOf(one, locale)),
    ...(diagnosis ? ['', ...diagnosisLines(diagnosis, telling)] : []),
  ].join('\n');
}

function diagnosisLines({ title, message }: Diagnosis, telling: Telling): string[] {
  const { locale, explaining, siteUrl, ofSite: problem } = telling;
  const question = explaining && { title: explaining.title[locale], href: pathOf(explaining, locale) };
  return [
    commandMessages[locale].looksLike(title[locale]),
    message[locale],
    ...readOnLines({ locale, siteUrl, question, problem }),
  ];
}

function pathOf({ slug }: QuestionTitle, locale: Locale): string {
  return `/${locale}/questions/${slug}`;
}

function lineOf({ verdict, name, failure, hint, console: printed }: TestResult, locale: Locale): string {
  const t = commandMessages[locale];
  const lines = [
    `  ${verdict} ${name}${failure ? `: ${describeFailure(failure, locale)}` : ''}`,
    ...(hint ? [`    ${t.hint(hint[locale])}`] : []),
    ...(printed ? [`    ${t.printed(printed.trimEnd().replaceAll('\n', '\n    '))}`] : []),
  ];
  return lines.join('\n');
}
