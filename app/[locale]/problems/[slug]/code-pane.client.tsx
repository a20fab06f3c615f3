'use client';

import { History, Keyboard, RotateCcw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { Button } from '#app/_ui/button.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import type { PublicProblem } from '#content/public-problem.ts';
import type { Locale } from '#judge/verdict.ts';
import { ActButtons } from './act-buttons.tsx';
import { CodeEditor } from './code-editor.client.tsx';
import { DraftsDialog } from './drafts-dialog.client.tsx';
import { EditorSkeleton } from './editor-skeleton.tsx';
import type { Bench } from './use-bench.client.ts';
import { useVimSetting } from './use-vim-setting.client.ts';

type Props = { locale: Locale; problem: PublicProblem; bench: Bench; onKeys: () => void };

/** The editor with what can be done to the code. */
export function CodePane({ locale, problem, bench, onKeys }: Props) {
  const t = workspaceMessages[locale];
  const [vim, setVim] = useVimSetting();
  const [draftsOpen, setDraftsOpen] = useState(false);
  const { draft, editor } = bench;
  return (
    <section aria-label={t.code} className="flex h-full min-h-0 flex-col">
      <div className="flex items-center gap-1 border-line border-b px-3 py-1">
        <label className="mr-auto flex cursor-pointer items-center gap-2 text-ink-muted text-sm">
          <input type="checkbox" checked={vim} onChange={(event) => setVim(event.target.checked)} />
          {t.vim}
        </label>
        <Tool label={t.drafts} onClick={() => setDraftsOpen(true)}>
          <History aria-hidden size={16} />
        </Tool>
        <Tool label={t.reset} onClick={() => bench.put(problem.template, t.resetDone)}>
          <RotateCcw aria-hidden size={16} />
        </Tool>
        <Tool label={t.keys} onClick={onKeys}>
          <Keyboard aria-hidden size={16} />
        </Tool>
        <div className="ml-2 flex gap-2 max-lg:hidden">
          <ActButtons locale={locale} bench={bench} />
        </div>
      </div>
      {bench.outdated ? <Outdated locale={locale} /> : null}
      {draft.offered ? <OfferedDraft locale={locale} bench={bench} /> : null}
      <div className="relative min-h-0 grow">
        {bench.ready ? null : (
          <div className="absolute inset-0">
            <p className="awaits-script hidden p-4">{t.needsScript}</p>
            <div className="needs-script h-full">
              <EditorSkeleton locale={locale} />
            </div>
          </div>
        )}
        {draft.initial === null ? null : (
          <div className="absolute inset-0">
            <CodeEditor
              locale={locale}
              initial={draft.initial}
              problem={problem}
              vim={vim}
              onChange={draft.change}
              onReady={bench.setReady}
              keys={{
                run: () => void bench.run(),
                submit: () => void bench.runThenSend(),
                save: () => void bench.save(),
                leave: bench.leave,
              }}
              handle={editor}
            />
          </div>
        )}
      </div>
      <DraftsDialog
        locale={locale}
        slug={problem.slug}
        open={draftsOpen}
        onOpenChange={setDraftsOpen}
        isSignedIn={bench.isSignedIn}
        onTake={(source) => {
          setDraftsOpen(false);
          bench.put(source, t.restored);
        }}
      />
    </section>
  );
}

function Tool({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Button look="plain" size="small" aria-label={label} title={label} onClick={onClick}>
      {children}
    </Button>
  );
}

function Outdated({ locale }: { locale: Locale }) {
  const t = workspaceMessages[locale];
  return (
    <div role="status" className="border-line border-b p-3">
      <Notice kind="warn" title={t.outdated}>
        <p className="mb-2">{t.outdatedText}</p>
        <Button size="small" onClick={() => window.location.reload()}>
          {t.reload}
        </Button>
      </Notice>
    </div>
  );
}

function OfferedDraft({ locale, bench }: { locale: Locale; bench: Bench }) {
  const t = workspaceMessages[locale];
  const { offered, blank, dismiss } = bench.draft;
  return (
    <div className="border-line border-b p-3">
      <Notice title={blank ? t.blankFile : t.newerDraft}>
        <p className="mb-2">{blank ? t.blankFileText : t.newerDraftText}</p>
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            disabled={!bench.ready}
            onClick={() => {
              if (offered) bench.put(offered.source, t.restored);
              dismiss();
            }}
          >
            {t.takeDraft}
          </Button>
          <Button size="small" look="plain" onClick={dismiss}>
            {t.keepMine}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
