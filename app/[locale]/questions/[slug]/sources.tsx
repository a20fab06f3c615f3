import type { Locale } from '#judge/verdict.ts';
import { questionMessages } from '../../../_messages/questions.ts';
import { Html } from '../../../_ui/html.tsx';
import type { QuestionView } from '../question-view.ts';
import { Section } from './section.tsx';

export function Sources({ locale, sources }: { locale: Locale; sources: QuestionView['sources'] }) {
  return (
    <Section id="sources" title={questionMessages[locale].sources}>
      <div className="prose prose-small">
        <ol>
          {sources.map(({ title, url, noteHtml }) => (
            <li key={url}>
              <a href={url} rel="noreferrer">
                {title}
              </a>
              {noteHtml === '' ? null : <Html html={noteHtml} className="text-ink-muted" />}
            </li>
          ))}
        </ol>
      </div>
    </Section>
  );
}
