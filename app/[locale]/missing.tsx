import { FileQuestion } from 'lucide-react';
import type { Locale } from '#judge/verdict.ts';
import { shellMessages } from '../_messages/shell.ts';
import { ButtonLink } from '../_ui/button.tsx';
import { EmptyState } from '../_ui/empty-state.tsx';
import { PageBody } from '../_ui/page-body.tsx';

/** Says that there is no such page, and where to go on. */
export function Missing({ locale }: { locale: Locale }) {
  const t = shellMessages[locale];
  return (
    <PageBody>
      <EmptyState
        icon={FileQuestion}
        title={<h1>{t.notFound.title}</h1>}
        action={
          <div className="mt-2 flex flex-wrap justify-center gap-3">
            <ButtonLink look="primary" href={`/${locale}/questions`}>
              {t.notFound.questions}
            </ButtonLink>
            <ButtonLink href={`/${locale}`}>{t.notFound.home}</ButtonLink>
          </div>
        }
      >
        {t.notFound.text}
      </EmptyState>
    </PageBody>
  );
}
