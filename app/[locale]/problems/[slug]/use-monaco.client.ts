import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { whenQuiet } from '#app/_ui/when-quiet.ts';
import type { CompileDiagnostic } from '#judge/verdict.ts';
import type { EditorProps } from './editor-props.ts';
import type { OpenEditor } from './monaco.ts';

type Options = {
  host: RefObject<HTMLElement | null>;
  field: RefObject<HTMLTextAreaElement | null>;
  latest: RefObject<EditorProps>;
};

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

/**
 * Monaco in the place of a field, once. To make it holds a laptop up for half a second: so it is made when it is asked
 * for, or when nothing has happened for a while. What was typed, selected and scrolled meanwhile goes over with it.
 */
export function useMonaco({ host, field, latest }: Options) {
  const opened = useRef<OpenEditor | null>(null);
  const opening = useRef<Promise<OpenEditor | null> | null>(null);
  const marks = useRef<CompileDiagnostic[]>([]);
  const [stage, setStage] = useState<'field' | 'monaco' | 'failed'>('field');

  const make = useCallback(async () => {
    const { openEditor } = await import('./monaco.ts');
    if (field.current) await composed(field.current);
    if (opened.current || !host.current || !field.current) return opened.current;
    const { initial, problem, locale } = latest.current;
    const label = workspaceMessages[locale].editorLabel;
    const made = openEditor({ host: host.current, initial, problem, label });
    takeOver(made, field.current);
    listen(made, latest);
    made.mark(marks.current);
    opened.current = made;
    setStage('monaco');
    return made;
  }, [host, field, latest]);

  const open = useCallback(() => {
    opening.current ??= make().catch(() => {
      setStage('failed');
      return null;
    });
    return opening.current;
  }, [make]);

  const mark = useCallback((diagnostics: CompileDiagnostic[]) => {
    marks.current = diagnostics;
    opened.current?.mark(diagnostics);
  }, []);

  // Monaco is thrown away with the page that it was made for.
  useEffect(() => {
    const cancel = whenQuiet(() => void open());
    return () => {
      cancel();
      opened.current?.dispose();
      opened.current = null;
      opening.current = null;
    };
  }, [open]);

  return { stage, opened, open, mark };
}

function listen({ monaco, editor, model, mark }: OpenEditor, latest: Options['latest']): void {
  const { KeyMod, KeyCode } = monaco;
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.Quote, () => latest.current.keys.run());
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, () => latest.current.keys.submit());
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.KeyS, () => latest.current.keys.save());
  editor.addCommand(KeyCode.Escape, () => latest.current.keys.leave(), escapeIsFree);
  model.onDidChangeContent(() => {
    // What the judge had against the code is no longer true of it.
    mark([]);
    latest.current.onChange(model.getValue());
  });
}

function takeOver({ editor, model, replace }: OpenEditor, field: HTMLTextAreaElement): void {
  const { value, selectionStart, selectionEnd } = field;
  // The template is one step back.
  if (value !== model.getValue()) replace(value);
  editor.setScrollTop(field.closest('.code-field')?.scrollTop ?? 0);
  if (document.activeElement !== field) return;
  const from = model.getPositionAt(selectionStart);
  const to = model.getPositionAt(selectionEnd);
  editor.setSelection({
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  });
  editor.focus();
}

// Under the hands of an input method a field can't be taken away: what it is about to write would be lost.
function composed(field: HTMLTextAreaElement): Promise<void> {
  if (field.dataset['composing'] === undefined) return Promise.resolve();
  return new Promise((resolve) =>
    field.addEventListener('compositionend', () => setTimeout(resolve), { once: true }),
  );
}
