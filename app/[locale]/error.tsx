'use client';

import { Wrench } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { shellMessages } from '../_messages/shell.ts';
import { Button } from '../_ui/button.tsx';
import { EmptyState } from '../_ui/empty-state.tsx';
import { localeOf } from '../_ui/languages.ts';
import { PageBody } from '../_ui/page-body.tsx';

type Props = { error: unknown; retry: () => void };

export default function ErrorPage({ error, retry }: Props) {
  const t = shellMessages[localeOf(usePathname())];
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  return (
    <PageBody>
      <EmptyState
        icon={Wrench}
        title={<h1>{t.error.title}</h1>}
        action={
          <Button look="primary" onClick={() => retry()}>
            {t.error.retry}
          </Button>
        }
      >
        <p>{t.error.text}</p>
        {digest === '' ? null : (
          <p className="mt-2 text-sm">
            {t.error.code}: <code>{digest}</code>
          </p>
        )}
      </EmptyState>
    </PageBody>
  );
}
