'use client';

import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import type { CompileDiagnostic } from '#judge/verdict.ts';
import { EditorSkeleton } from './editor-skeleton.tsx';
import type { OpenEditor } from './monaco.ts';
import { type EditorProps, PlainEditor } from './plain-editor.client.tsx';

type Props = EditorProps & { onFailed: () => void };

// Escape first closes what the editor has open, and belongs to Vim where that is on.
const escapeIsFree = [
  'suggestWidgetVisible',
  'findWidgetVisible',
  'editorHasSelection',
  'editorHasMultipleSelections',
  'inSnippetMode',
  'parameterHintsVisible',
  'renameInputVisible',
  'markersNavigationVisible',
  'editorHoverVisible',
  'whetstoneVim',
]
  .map((context) => `!${context}`)
  .join(' && ');

/** Monaco, loaded after the page; a plain field where it cannot load. */
export function CodeEditor(props: EditorProps) {
  const [failed, setFailed] = useState(false);
  return failed ? <PlainEditor {...props} /> : <MonacoEditor {...props} onFailed={() => setFailed(true)} />;
}

function MonacoEditor(props: Props) {
  const host = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLDivElement>(null);
  const opened = useRef<OpenEditor | null>(null);
  const [state, setState] = useState<'loading' | 'ready'>('loading');
  const latest = useRef(props);
  // The editor lives outside React: its callbacks read what holds when they are called.
  useEffect(() => {
    latest.current = props;
  });

  // Monaco is made once, when the page is there, and thrown away with it.
  useEffect(() => {
    let gone = false;
    const start = async () => {
      const { openEditor } = await import('./monaco.ts');
      if (gone || !host.current) return;
      const { initial, problem, locale } = latest.current;
      const label = workspaceMessages[locale].editorLabel;
      const made = openEditor({ host: host.current, initial, problem, label });
      const { monaco, editor, model } = made;
      opened.current = made;
      const { KeyMod, KeyCode } = monaco;
      editor.addCommand(KeyMod.CtrlCmd | KeyCode.Quote, () => latest.current.keys.run());
      editor.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, () => latest.current.keys.submit());
      editor.addCommand(KeyMod.CtrlCmd | KeyCode.KeyS, () => latest.current.keys.save());
      editor.addCommand(KeyCode.Escape, () => latest.current.keys.leave(), escapeIsFree);
      model.onDidChangeContent(() => {
        // What the judge had against the code is no longer true of it.
        monaco.editor.setModelMarkers(model, 'judge', []);
        latest.current.onChange(model.getValue());
      });
      setState('ready');
      latest.current.onReady();
    };
    start().catch(() => {
      if (!gone) latest.current.onFailed();
    });
    return () => {
      gone = true;
      opened.current?.dispose();
      opened.current = null;
    };
  }, []);

  const { vim } = props;
  // vim keys are laid over the editor and taken off again.
  useEffect(() => {
    if (!vim || state !== 'ready') return;
    let takeOff: (() => void) | undefined;
    let gone = false;
    const start = async () => {
      const { layVimOver } = await import('./vim.ts');
      if (gone || !opened.current) return;
      const { editor } = opened.current;
      const escapeIsVims = editor.createContextKey('whetstoneVim', true);
      const dispose = layVimOver(editor, status.current, {
        save: () => latest.current.keys.save(),
        leave: () => latest.current.keys.leave(),
      });
      takeOff = () => {
        escapeIsVims.reset();
        dispose();
      };
    };
    // Without them the editor is one without Vim's keys.
    start().catch(() => undefined);
    return () => {
      gone = true;
      takeOff?.();
    };
  }, [vim, state]);

  useImperativeHandle(props.handle, () => ({
    get: () => opened.current?.model.getValue() ?? latest.current.initial,
    set: (source) => {
      if (!opened.current) return;
      const { editor, model } = opened.current;
      editor.pushUndoStop();
      editor.executeEdits('whetstone', [{ range: model.getFullModelRange(), text: source }]);
      editor.pushUndoStop();
    },
    mark: (diagnostics) => {
      if (!opened.current) return;
      const { monaco, model } = opened.current;
      monaco.editor.setModelMarkers(model, 'judge', diagnostics.map(toMarker));
    },
    reveal: (line, column) => {
      if (!opened.current) return;
      const { editor } = opened.current;
      editor.setPosition({ lineNumber: line, column });
      editor.revealLineInCenter(line);
      editor.focus();
    },
    compile: async () => opened.current?.compile() ?? { kind: 'unable', why: 'no-checker' },
  }));

  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <div className="relative min-h-0 grow">
        {/* Code keeps the line height that Monaco reckons with, whatever the page's language. */}
        <div ref={host} lang="en" className="absolute inset-0" />
        {state === 'loading' ? (
          <div className="absolute inset-0">
            <EditorSkeleton locale={props.locale} />
          </div>
        ) : null}
      </div>
      <div
        ref={status}
        lang="en"
        className="vim-status min-h-0 border-line border-t px-3 py-1 font-mono text-sm empty:hidden"
      />
    </div>
  );
}

function toMarker({ line, column, endLine, endColumn, code, message }: CompileDiagnostic) {
  const errorSeverity = 8;
  return {
    severity: errorSeverity,
    startLineNumber: line,
    startColumn: column,
    endLineNumber: endLine,
    endColumn: endLine > line ? endColumn : Math.max(endColumn, column + 1),
    code,
    message,
  };
}
