'use client';

import { FileQuestion } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { shellMessages } from '../_messages/shell.ts';
import { ButtonLink } from '../_ui/button.tsx';
import { EmptyState } from '../_ui/empty-state.tsx';
import { localeOf } from '../_ui/languages.ts';
import { PageBody } from '../_ui/page-body.tsx';

/** Says that there is no such page. Next tells it nothing, so the language is read from the address. */
export function Missing() {
  const locale = localeOf(usePathname());
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
