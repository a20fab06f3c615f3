import { useEffect } from 'react';
import type { Session } from './use-session.client.ts';

/** Space, 1 to 4, `u`, `b`, `s`, `?`; none while one writes, nor with a modifier, which belongs to the browser. */
export function useKeys(session: Session, { help, enabled }: { help: () => void; enabled: boolean }): void {
  // Keys are heard on the whole page, wherever the focus is.
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (isOfBrowser(event)) return;
      if (isWriting(target)) {
        if (key === 'Escape') target.blur();
        return;
      }
      const act = actOf(key, session, help);
      // Space presses what has the focus.
      if (!act || (key === ' ' && isPressable(target))) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

function isOfBrowser({ repeat, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return repeat || ctrlKey || metaKey || altKey;
}

function actOf(key: string, session: Session, help: () => void): (() => void) | undefined {
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
    case '?':
      return help;
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
