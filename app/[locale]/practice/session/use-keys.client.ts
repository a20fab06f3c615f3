import { useLayoutEffect } from 'react';
import { isInDialog, type KeyGroup } from '#app/_find/keys.ts';
import { practiceMessages } from '#app/_messages/practice.ts';
import type { Locale } from '#judge/verdict.ts';
import type { Session } from './use-session.client.ts';

/** As the list of keys shows them. */
export const keyGroups = { en: groupIn('en'), zh: groupIn('zh') };

function groupIn(locale: Locale): KeyGroup {
  const { session, keyList } = practiceMessages[locale];
  return {
    title: session,
    keys: [
      ['Space', keyList.reveal],
      ['1 2 3 4', keyList.grade],
      ['u', keyList.undo],
      ['b', keyList.bury],
      ['s', keyList.suspend],
      ['Esc', keyList.leave],
    ],
  };
}

/**
 * Space, 1 to 4, `u`, `b`, `s`; none while one writes or a dialog is open, nor with a modifier, which belongs to the
 * browser.
 */
export function useKeys(session: Session): void {
  // Keys are heard on the whole page, wherever the focus is; by what is shown, and not by what was shown before it.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (isNotOurs(event)) return;
      if (isWriting(target)) {
        if (key === 'Escape') target.blur();
        return;
      }
      const act = actOf(key, session);
      // Space presses what has the focus.
      if (!act || (key === ' ' && isPressable(target))) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

function isNotOurs({ target, repeat, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return repeat || ctrlKey || metaKey || altKey || isInDialog(target);
}

function actOf(key: string, session: Session): (() => void) | undefined {
  switch (key) {
    case ' ':
      return session.card && !session.revealed ? session.reveal : undefined;
    case '1':
      return () => session.grade(1);
    case '2':
      return () => session.grade(2);
    case '3':
      return () => session.grade(3);
    case '4':
      return () => session.grade(4);
    case 'u':
      return session.undo;
    case 'b':
      return session.bury;
    case 's':
      return session.suspend;
    default:
      return undefined;
  }
}

function isWriting(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox')
  );
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, summary, input, [role="button"]') !== null;
}
