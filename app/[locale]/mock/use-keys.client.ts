import { useLayoutEffect } from 'react';
import { isInDialog, type KeyGroup } from '#app/_find/keys.ts';
import { mockMessages } from '#app/_messages/mock.ts';
import type { Locale } from '#judge/verdict.ts';

/** As the list of keys shows them. */
export const keyGroups = { en: groupIn('en'), zh: groupIn('zh') };

function groupIn(locale: Locale): KeyGroup {
  const { title, keyList } = mockMessages[locale];
  return {
    title,
    keys: [
      ['Space', keyList.reveal],
      ['1 … 9', keyList.digits],
      ['→ n', keyList.next],
      ['← b', keyList.back],
      ['p', keyList.pause],
      ['Esc', keyList.leave],
    ],
  };
}

/**
 * Space, digits, arrows, `n`, `b`, `p`; none while one writes or a dialog is open, nor with a modifier, which belongs to
 * the browser.
 */
export type KeyActs = {
  reveal?: (() => void) | undefined;
  /** From 0. */
  digit?: ((index: number) => void) | undefined;
  next: () => void;
  back: () => void;
  pause: () => void;
};

export function useKeys(acts: KeyActs, enabled: boolean): void {
  // Keys are heard on the whole page, wherever the focus is; by what is shown, and not by what was shown before it.
  useLayoutEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (isNotOurs(event)) return;
      if (isWriting(target)) {
        if (key === 'Escape') target.blur();
        return;
      }
      const act = actOf(key, acts);
      if (!act || belongsToControl(key, target)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

function isNotOurs({ target, repeat, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return repeat || ctrlKey || metaKey || altKey || shiftKey || isInDialog(target);
}

function actOf(key: string, acts: KeyActs): (() => void) | undefined {
  const { digit } = acts;
  if (/^[1-9]$/.test(key) && digit) return () => digit(Number(key) - 1);
  switch (key) {
    case ' ':
      return acts.reveal;
    case 'ArrowRight':
    case 'n':
      return acts.next;
    case 'ArrowLeft':
    case 'b':
      return acts.back;
    case 'p':
      return acts.pause;
    default:
      return undefined;
  }
}

function isWriting(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio')
  );
}

/** Space presses what has the focus; arrows choose among radio buttons, and scroll what scrolls sideways. */
function belongsToControl(key: string, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (key === ' ') return target.closest('button, a, summary, input, [role="button"]') !== null;
  return key.startsWith('Arrow') && target.closest('input, pre, [tabindex="0"]') !== null;
}
