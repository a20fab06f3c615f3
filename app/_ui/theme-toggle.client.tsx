'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { shellMessages } from '../_messages/shell.ts';
import { type Theme, themeKey, themes } from './theme.ts';

const icons = { system: Monitor, light: Sun, dark: Moon };

export function ThemeToggle({ locale }: { locale: Locale }) {
  const theme = useSyncExternalStore(subscribe, readTheme, () => 'system' as const);
  const t = shellMessages[locale];
  const Icon = icons[theme];
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  return (
    <button
      type="button"
      aria-label={t.theme[theme]}
      title={t.theme[theme]}
      onClick={() => setTheme(next)}
      className="grid size-10 place-items-center rounded text-ink-muted hover:bg-sunken hover:text-ink"
    >
      <Icon aria-hidden size={18} />
    </button>
  );
}

const changed = 'whetstone:theme';

function subscribe(listener: () => void): () => void {
  // `storage` tells of the other tabs, our own event of this one.
  window.addEventListener('storage', listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('storage', listener);
    window.removeEventListener(changed, listener);
  };
}

function readTheme(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

export function setTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') {
    delete dataset['theme'];
    localStorage.removeItem(themeKey);
  } else {
    dataset['theme'] = theme;
    localStorage.setItem(themeKey, theme);
  }
  window.dispatchEvent(new Event(changed));
}
