'use client';

import { MessageSquareQuote } from 'lucide-react';
import { useState } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { keepMessages } from '../_messages/keep.ts';
import { Button } from '../_ui/button.tsx';
import { formatDate } from '../_ui/format-date.ts';
import { readAskedDraft, writeAskedDraft } from './asked-draft.ts';
import { AskedForm } from './asked-form.client.tsx';
import { type AskedLine, type CardAddress, changeKept, type Kept, pathOf, send } from './kept.ts';

type Props = CardAddress & { locale: Locale; kept: Kept };

/** The interviews in which one was asked this. */
export function Asked({ locale, kind, slug, kept }: Props) {
  const t = keepMessages[locale];
  const card = { kind, slug };
  /** The id of the one that is edited; `''` of a new one. */
  const [open, setOpen] = useState<string | null>(() => readAskedDraft(card, kept.account)?.id ?? null);
  const [failed, setFailed] = useState(false);
  const close = () => {
    writeAskedDraft(card, undefined);
    setOpen(null);
  };
  const save = async (id: string, facts: Omit<AskedLine, 'id'>): Promise<boolean> => {
    const answer = await (id === ''
      ? send('POST', `${pathOf(card)}/asked`, facts)
      : send('PUT', `/api/v1/asked/${id}`, facts));
    if (!answer?.ok) return false;
    const line = (await answer.json()) as AskedLine;
    const others = kept.asked.filter((other) => other.id !== line.id);
    changeKept(card, { asked: [...others, line].sort((a, b) => (a.askedOn < b.askedOn ? 1 : -1)) });
    close();
    return true;
  };
  const remove = async (id: string) => {
    const answer = await send('DELETE', `/api/v1/asked/${id}`);
    // What is gone already is gone.
    const gone = answer?.ok || answer?.status === 404;
    setFailed(!gone);
    if (gone) changeKept(card, { asked: kept.asked.filter((line) => line.id !== id) });
  };
  const form = (line: AskedLine | undefined) => {
    const id = line?.id ?? '';
    const draft = readAskedDraft(card, kept.account);
    return (
      <AskedForm
        locale={locale}
        line={line}
        draft={draft?.id === id ? draft : undefined}
        onWrite={(facts) => writeAskedDraft(card, { ...facts, id, owner: kept.account })}
        onSave={(facts) => save(id, facts)}
        onCancel={close}
      />
    );
  };
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-semibold text-base">{t.asked}</h3>
      {kept.asked.length === 0 ? <p className="text-ink-muted text-sm">{t.askedText}</p> : null}
      <ul aria-label={t.asked} className="flex flex-col divide-y divide-line empty:hidden">
        {kept.asked.map((line) => {
          const when = formatDate(locale, line.askedOn);
          return (
            <li key={line.id} className="flex flex-wrap items-center gap-x-2 py-1.5">
              {open === line.id ? (
                form(line)
              ) : (
                <>
                  <p className="min-w-0 grow break-words">
                    {[when, line.role, line.company].filter(Boolean).join(' · ')}
                  </p>
                  <Button
                    size="small"
                    look="plain"
                    aria-label={t.editOf(when)}
                    onClick={() => setOpen(line.id)}
                  >
                    {t.edit}
                  </Button>
                  <Button
                    size="small"
                    look="plain"
                    aria-label={t.removeOf(when)}
                    onClick={() => void remove(line.id)}
                  >
                    {t.remove}
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
      <p role="alert" className="text-fail text-sm empty:hidden">
        {failed ? t.failed : ''}
      </p>
      {open === '' ? (
        form(undefined)
      ) : (
        <Button size="small" className="self-start" onClick={() => setOpen('')}>
          <MessageSquareQuote aria-hidden size={14} />
          {t.add}
        </Button>
      )}
    </div>
  );
}
