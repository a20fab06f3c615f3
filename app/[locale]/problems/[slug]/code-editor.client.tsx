'use client';

import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { CodeField } from './code-field.client.tsx';
import type { EditorProps } from './editor-props.ts';
import { useMonaco } from './use-monaco.client.ts';
import { useVim } from './use-vim.client.ts';

/** A plain field at once, and Monaco in its place when somebody turns to it; where that can't load, the field stays. */
export function CodeEditor(props: EditorProps) {
  const t = workspaceMessages[props.locale];
  const host = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(props.initial);
  const latest = useRef(props);
  // The editor lives outside React: its callbacks read what holds when they are called.
  useEffect(() => {
    latest.current = props;
  });
  // Whatever stands there can be run and sent.
  useEffect(() => latest.current.onReady(), []);
  const { stage, opened, open, mark } = useMonaco({ host, field, latest });
  useVim({ asked: props.vim, open, status, latest });

  const change = (source: string) => {
    setTyped(source);
    // What the judge had against the code is no longer true of it.
    mark([]);
    latest.current.onChange(source);
  };
  useImperativeHandle(props.handle, () => ({
    get: () => opened.current?.model.getValue() ?? typed,
    set: (source) => {
      if (opened.current) opened.current.replace(source);
      else change(source);
    },
    mark,
    reveal: async (line, column) => {
      const editor = (await open())?.editor;
      editor?.setPosition({ lineNumber: line, column });
      editor?.revealLineInCenter(line);
      (editor ?? field.current)?.focus();
    },
    compile: async () => (await open())?.compile() ?? { kind: 'unable', why: 'no-checker' },
  }));

  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      {stage === 'failed' ? (
        <p role="status" className="border-line border-b bg-warn-soft p-3 text-sm">
          {t.editorFailed}
        </p>
      ) : null}
      {/* Code keeps the line height that Monaco reckons with, whatever the page's language. */}
      <div lang="en" className="relative min-h-0 grow">
        <div ref={host} className="absolute inset-0" />
        {stage === 'monaco' ? null : (
          <CodeField
            ref={field}
            label={t.editorLabel}
            value={typed}
            onChange={change}
            onTurnTo={() => void open()}
            onLeave={props.keys.leave}
          />
        )}
      </div>
      <div
        ref={status}
        lang="en"
        className="vim-status min-h-0 border-line border-t px-3 py-1 font-mono text-sm empty:hidden"
      />
    </div>
  );
}
