import { useEffect, useRef } from 'react';
import type { KeyGroup } from '#app/_find/keys.ts';
import { findMessages } from '#app/_messages/find.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import type { Locale } from '#judge/verdict.ts';

type Acts = { run(): unknown; submit(): unknown; save(): unknown };

/** As the list of keys shows them. */
export const keyGroups = { en: groupIn('en'), zh: groupIn('zh') };

function groupIn(locale: Locale): KeyGroup {
  const { workspaceKeys, keyList } = workspaceMessages[locale];
  return {
    title: workspaceKeys,
    keys: [
      ['Ctrl/⌘ + ’', keyList.run],
      ['Ctrl/⌘ + Enter', keyList.submit],
      ['Ctrl/⌘ + S', keyList.save],
      ['Esc', keyList.leave],
      [':w  :q', keyList.vim],
      ['Ctrl/⌘ + K', findMessages[locale].keys.inEditor],
    ],
  };
}

/** The keys of the workspace wherever the focus is; the editor has its own for when it is there. */
export function useKeys(acts: Acts): void {
  const latest = useRef(acts);
  // The listener below outlives a render: it calls what holds then.
  useEffect(() => {
    latest.current = acts;
  });
  // The keyboard belongs to the window.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (isIn(event.target, '.monaco-editor, [role="dialog"]')) return;
      const act = actOf(event, latest.current);
      if (!act) return;
      event.preventDefault();
      void act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

function actOf(event: KeyboardEvent, acts: Acts): (() => unknown) | undefined {
  const command = event.ctrlKey || event.metaKey;
  if (!command || event.altKey || event.shiftKey) return undefined;
  // Chinese input methods and other layouts write something else with the key of the quote.
  if (event.key === "'" || event.code === 'Quote') return acts.run;
  if (event.key === 'Enter') return acts.submit;
  return event.key.toLowerCase() === 's' ? acts.save : undefined;
}
