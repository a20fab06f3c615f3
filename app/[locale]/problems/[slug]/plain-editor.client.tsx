'use client';

import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { Textarea } from '#app/_ui/field.tsx';
import type { PublicProblem } from '#content/public-problem.ts';
import type { CompileDiagnostic, Locale } from '#judge/verdict.ts';
import type { Compiled } from './compile-in-browser.ts';

export type EditorHandle = {
  get(): string;
  /** Replaces the text as one step of the editor's own history. */
  set(source: string): void;
  mark(diagnostics: CompileDiagnostic[]): void;
  reveal(line: number, column: number): void;
  compile(): Promise<Compiled>;
};

export type EditorProps = {
  locale: Locale;
  initial: string;
  problem: PublicProblem;
  vim: boolean;
  onChange: (source: string) => void;
  onReady: () => void;
  keys: { run(): void; submit(): void; save(): void; leave(): void };
  handle: RefObject<EditorHandle | null>;
};

/** A plain field for who has no editor: what could not be loaded is nothing to lose code by. */
export function PlainEditor({ locale, initial, onChange, onReady, keys, handle }: EditorProps) {
  const t = workspaceMessages[locale];
  const field = useRef<HTMLTextAreaElement>(null);
  const ready = useRef(onReady);
  useEffect(() => ready.current(), []);

  useImperativeHandle(handle, () => ({
    get: () => field.current?.value ?? initial,
    set: (source) => {
      if (!field.current) return;
      field.current.value = source;
      onChange(source);
    },
    mark: () => undefined,
    reveal: () => field.current?.focus(),
    compile: async () => ({ kind: 'unable', why: 'no-checker' }),
  }));

  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <p role="status" className="border-line border-b bg-warn-soft p-3 text-sm">
        {t.editorFailed}
      </p>
      <Textarea
        ref={field}
        aria-label={t.editorLabel}
        defaultValue={initial}
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) keys.leave();
        }}
        className="grow resize-none rounded-none border-0 font-mono text-sm"
      />
    </div>
  );
}
