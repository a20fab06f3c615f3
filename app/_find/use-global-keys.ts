import { useLayoutEffect } from 'react';
import { onShowKeys } from './keys.ts';

type Acts = { search: () => void; keys: () => void };

/**
 * Ctrl or ⌘ and K, `?` and `/`, on every page. None while a dialog is open. In the code editor Ctrl+K begins chords that
 * fingers know (Ctrl+K Ctrl+C comments lines), so it stays the editor's; Escape leaves it, as the list of keys says.
 */
export function useGlobalKeys({ search, keys }: Acts): void {
  // The keyboard belongs to the window. In an island an effect would come after the next frame.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = actOf(event, { search, keys });
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    const forget = onShowKeys(keys);
    return () => {
      window.removeEventListener('keydown', onKey);
      forget();
    };
  }, [search, keys]);
}

// Has keys of its own.
const elsewhere = '.monaco-editor, .code-field, [role=dialog], [role=alertdialog]';
const writing =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], .monaco-editor';

function actOf(event: KeyboardEvent, { search, keys }: Acts): (() => void) | undefined {
  if (event.defaultPrevented || event.isComposing || event.repeat || isIn(event.target, elsewhere))
    return undefined;
  if (isCommandK(event)) return search;
  if (event.ctrlKey || event.metaKey || event.altKey || isIn(event.target, writing)) return undefined;
  // With a Chinese keyboard the same keys write other signs.
  if (event.key === '?' || event.key === '？') return keys;
  return event.key === '/' || event.key === '、' ? () => toField(search) : undefined;
}

/** Also where the keyboard writes other letters. */
export function isCommandK(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): boolean {
  if (event.altKey || event.shiftKey || event.ctrlKey === event.metaKey) return false;
  return event.key.toLowerCase() === 'k' || (event.code === 'KeyK' && !/^[a-z]$/i.test(event.key));
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

function toField(search: () => void): void {
  const field = document.querySelector<HTMLInputElement>('main input[type=search]');
  if (!field) {
    search();
    return;
  }
  field.focus();
  field.select();
}
