import type { Locale } from '#judge/verdict.ts';
import { homeMessages } from '../_messages/home.ts';
import { workspaceMessages } from '../_messages/workspace.ts';
import { labelled } from '../_ui/labelled.ts';
import { Notice } from '../_ui/notice.tsx';
import { VerdictBadge } from '../_ui/verdict-badge.tsx';

// content/problems/param-count with submissions/wrong_answer/forgets-biases.ts, as it is judged.
const diagnosis = {
  en: {
    title: 'Biases were left out',
    message:
      'Only weight matrices were counted. Every output of a dense layer, convolution or projection has a bias too, unless bias is false.',
  },
  zh: {
    title: '漏掉了偏置',
    message: '只数了权重矩阵。除非 bias 为 false，全连接层、卷积和各个投影的每个输出都还有一个偏置。',
  },
};

/** One picture of what a failure teaches. */
export function VerdictExample({ locale }: { locale: Locale }) {
  const t = homeMessages[locale].verdict;
  const words = workspaceMessages[locale];
  const { title, message } = diagnosis[locale];
  const rows = [
    { label: words.expected, value: '703' },
    { label: words.yours, value: '650' },
    { label: words.difference, value: '53' },
  ];
  return (
    <figure className="flex flex-col gap-3">
      <div className="overflow-hidden rounded border border-line bg-surface">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-3">
          <VerdictBadge locale={locale} verdict="WA" size="large" />
          <span className="text-ink-muted text-sm">{t.problem}</span>
        </div>
        <div className="flex flex-col gap-4 p-4">
          <p className="font-semibold">{t.test}</p>
          <pre className="overflow-x-auto rounded border border-line bg-sunken px-3 py-2 text-sm">
            <code>{'[dense(10, 50), dense(50, 3)]'}</code>
          </pre>
          <dl className="grid grid-cols-3 divide-x divide-line">
            {rows.map(({ label, value }) => (
              <div key={label} className="px-4 first:pl-0">
                <dt className="text-ink-muted text-sm">{label}</dt>
                <dd className="font-mono text-xl tabular-nums">{value}</dd>
              </div>
            ))}
          </dl>
          <Notice title={labelled(locale, words.looksLike, title)}>
            <p>{message}</p>
          </Notice>
        </div>
      </div>
      <figcaption className="text-center text-ink-muted text-sm">{t.caption}</figcaption>
    </figure>
  );
}
