'use client';

import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { keepMessages } from '../_messages/keep.ts';
import { Button } from '../_ui/button.tsx';
import { Textarea } from '../_ui/field.tsx';
import { Html } from '../_ui/html.tsx';
import type { CardAddress, Kept } from './kept.ts';
import { useNote } from './use-note.client.ts';

type Props = CardAddress & { locale: Locale; kept: Kept };

/** A note in markdown: read as it is set, written as it is typed. */
export function Note({ locale, kind, slug, kept }: Props) {
  const t = keepMessages[locale];
  const { text, state, over, joined, change, finish } = useNote({ kind, slug }, kept);
  const [writing, setWriting] = useState(false);
  const close = () => {
    setWriting(false);
    void finish();
  };
  const told = {
    saved: text === '' ? '' : t.saved,
    saving: t.saving,
    kept: t.kept,
    'too-long': t.tooLong(Math.max(1, over)),
  }[state];
  const id = `note-${kind}-${slug}`;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex min-h-8 flex-wrap items-center gap-x-3">
        <h3 className="font-semibold text-base">{writing ? <label htmlFor={id}>{t.note}</label> : t.note}</h3>
        {writing || text === '' ? null : (
          <Button size="small" look="plain" onClick={() => setWriting(true)}>
            {t.edit}
          </Button>
        )}
        <span role="status" className="ml-auto text-ink-muted text-sm">
          {writing || state !== 'saved' ? told : ''}
        </span>
      </div>
      {joined ? <p className="text-sm text-warn">{t.joined}</p> : null}
      {writing ? (
        <>
          <Textarea
            ref={writeAtOnce}
            id={id}
            aria-describedby={`${id}-hint`}
            value={text}
            onChange={({ currentTarget }) => change(currentTarget.value)}
            onKeyDown={({ key }) => {
              if (key === 'Escape') close();
            }}
            className="min-h-40 bg-paper"
          />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button size="small" onClick={close}>
              {t.done}
            </Button>
            <p id={`${id}-hint`} className="text-ink-muted text-sm">
              {t.noteHint}
            </p>
          </div>
        </>
      ) : null}
      {writing ? null : text === '' ? (
        <Button size="small" className="self-start" onClick={() => setWriting(true)}>
          <NotebookPen aria-hidden size={14} />
          {t.write}
        </Button>
      ) : (
        <Shown text={text} html={kept.note?.text === text ? kept.note.html : null} />
      )}
    </div>
  );
}

// Not in an effect: on a lightened page those come after the next frame, and the first letters would be lost.
function writeAtOnce(area: HTMLTextAreaElement | null): void {
  area?.focus();
}

// What has not been rendered yet is shown as it was written.
function Shown({ text, html }: { text: string; html: string | null }) {
  return html === null ? (
    <p className="whitespace-pre-wrap break-words">{text}</p>
  ) : (
    <Html html={html} className="prose prose-small min-w-0 break-words" />
  );
}
