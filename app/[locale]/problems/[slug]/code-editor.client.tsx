'use client';

import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { Textarea } from '#app/_ui/field.tsx';
import { Skeleton } from '#app/_ui/skeleton.tsx';
import type { CompileDiagnostic, Locale } from '#judge/verdict.ts';

export type EditorHandle = {
  get(): string;
  /** Replaces the text as one step of the editor's own history. */
  set(source: string): void;
  mark(diagnostics: CompileDiagnostic[]): void;
  reveal(line: number, column: number): void;
  compile(): Promise<{ javascript: string } | { diagnostics: CompileDiagnostic[] }>;
};

type Props = {
  locale: Locale;
  initial: string;
  signature: string;
  tf: boolean;
  vim: boolean;
  onChange: (source: string) => void;
  keys: { run(): void; submit(): void; save(): void; leave(): void };
  handle: RefObject<EditorHandle | null>;
};

type Loaded = typeof import('./monaco.ts');

/** Monaco, loaded after the page; a plain field until then and where it cannot load. */
export function CodeEditor(props: Props) {
  const t = workspaceMessages[props.locale];
  const host = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const status = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  const editor = useRef<import('monaco-editor').editor.IStandaloneCodeEditor | null>(null);
  const loaded = useRef<Loaded | null>(null);
  const latest = useRef(props);
  // The editor lives outside React: its callbacks read what holds when they are called.
  useEffect(() => {
    latest.current = props;
  });

  // Monaco is made once, when the page is there, and thrown away with it.
  useEffect(() => {
    let gone = false;
    const undo: (() => void)[] = [];
    const start = async () => {
      const module = await import('./monaco.ts');
      const { signature, tf, initial } = latest.current;
      const monaco = await module.prepareMonaco({ signature, tf });
      if (gone || !host.current) return;
      loaded.current = module;
      module.applyTheme();
      const model = monaco.editor.createModel(initial, 'typescript', module.solutionUri);
      const made = monaco.editor.create(host.current, {
        model,
        fontSize: 14,
        fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-code'),
        tabSize: 2,
        minimap: { enabled: false },
        automaticLayout: true,
        scrollBeyondLastLine: false,
        padding: { top: 12, bottom: 12 },
        ariaLabel: workspaceMessages[latest.current.locale].editorLabel,
        fixedOverflowWidgets: true,
        renderLineHighlight: 'gutter',
        overviewRulerLanes: 0,
      });
      editor.current = made;
      const { KeyMod, KeyCode } = monaco;
      made.addCommand(KeyMod.CtrlCmd | KeyCode.Quote, () => latest.current.keys.run());
      made.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, () => latest.current.keys.submit());
      made.addCommand(KeyMod.CtrlCmd | KeyCode.KeyS, () => latest.current.keys.save());
      made.addCommand(
        KeyCode.Escape,
        () => latest.current.keys.leave(),
        '!suggestWidgetVisible && !findWidgetVisible && !editorHasSelection && !inSnippetMode && !parameterHintsVisible && !renameInputVisible && !markersNavigationVisible',
      );
      const changes = made.onDidChangeModelContent(() => latest.current.onChange(made.getValue()));
      const themes = new MutationObserver(module.applyTheme);
      themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
      const system = matchMedia('(prefers-color-scheme: dark)');
      system.addEventListener('change', module.applyTheme);
      undo.push(
        () => changes.dispose(),
        () => themes.disconnect(),
        () => system.removeEventListener('change', module.applyTheme),
        () => made.dispose(),
        () => model.dispose(),
      );
      setState('ready');
    };
    start().catch(() => {
      if (!gone) setState('failed');
    });
    return () => {
      gone = true;
      for (const act of undo) act();
      editor.current = null;
    };
  }, []);

  const { vim } = props;
  // vim keys are laid over the editor and taken off again.
  useEffect(() => {
    if (!vim || state !== 'ready') return;
    let mode: { dispose(): void } | undefined;
    let gone = false;
    void import('monaco-vim').then(({ initVimMode }) => {
      if (!gone && editor.current) mode = initVimMode(editor.current, status.current);
    });
    return () => {
      gone = true;
      mode?.dispose();
    };
  }, [vim, state]);

  useImperativeHandle(props.handle, () => ({
    get: () => editor.current?.getValue() ?? field.current?.value ?? latest.current.initial,
    set: (source) => {
      const made = editor.current;
      const model = made?.getModel();
      if (made && model) {
        made.pushUndoStop();
        made.executeEdits('whetstone', [{ range: model.getFullModelRange(), text: source }]);
        made.pushUndoStop();
      } else if (field.current) field.current.value = source;
      latest.current.onChange(source);
    },
    mark: (diagnostics) => {
      const model = editor.current?.getModel();
      if (model)
        void import('monaco-editor').then((monaco) =>
          monaco.editor.setModelMarkers(model, 'judge', diagnostics.map(toMarker)),
        );
    },
    reveal: (line, column) => {
      editor.current?.setPosition({ lineNumber: line, column });
      editor.current?.revealLineInCenter(line);
      editor.current?.focus();
    },
    compile: async () => {
      if (!loaded.current || !editor.current) return { diagnostics: [] };
      return loaded.current.compileInBrowser(editor.current.getValue());
    },
  }));

  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      {state === 'failed' ? (
        <>
          <p className="p-3 text-ink-muted text-sm">{t.editorFailed}</p>
          <Textarea
            ref={field}
            aria-label={t.editorLabel}
            defaultValue={props.initial}
            spellCheck={false}
            onChange={(event) => props.onChange(event.target.value)}
            className="grow resize-none rounded-none border-0 font-mono text-sm"
          />
        </>
      ) : (
        <div className="relative min-h-0 grow">
          {/* Code keeps the line height that Monaco reckons with, whatever the page's language. */}
          <div ref={host} lang="en" className="absolute inset-0" />
          {state === 'loading' ? (
            <div role="status" className="absolute inset-0 flex flex-col gap-3 bg-surface p-6">
              <span className="sr-only">{t.editorLoading}</span>
              <Skeleton />
            </div>
          ) : null}
        </div>
      )}
      <div ref={status} className="vim-status min-h-0 border-line px-3 font-mono text-sm empty:hidden" />
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
    endColumn: Math.max(endColumn, column + 1),
    code,
    message,
  };
}
