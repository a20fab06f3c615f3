'use client';

import { Search } from 'lucide-react';
import { type ComponentType, useCallback, useState } from 'react';
import type { Locale } from '#judge/verdict.ts';
import type { Overlay, OverlaysProps } from './overlays.client.tsx';
import { useGlobalKeys } from './use-global-keys.ts';

// Most readers of a question search for nothing: what it takes comes when it is asked for.
const load = () => import('./overlays.client.tsx');

/** The visible way to the palette, and the keys that open it and the list of keys. */
export function FindButton({ locale, label }: { locale: Locale; label: string }) {
  const [open, setOpen] = useState<Overlay | null>(null);
  const [Overlays, setOverlays] = useState<ComponentType<OverlaysProps> | null>(null);
  const show = useCallback(
    (overlay: Overlay) => {
      load().then(
        (loaded) => {
          setOverlays(() => loaded.Overlays);
          setOpen(overlay);
        },
        // No network: the list of questions may still be at hand, and has a field of its own.
        () => window.location.assign(`/${locale}/questions`),
      );
    },
    [locale],
  );
  const search = useCallback(() => show('palette'), [show]);
  const keys = useCallback(() => show('keys'), [show]);
  useGlobalKeys({ search, keys });
  const ahead = () => void load().catch(() => undefined);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        title={`${label} (Ctrl/⌘ + K)`}
        onClick={search}
        onPointerEnter={ahead}
        onFocus={ahead}
        className="needs-script flex h-10 min-w-10 items-center justify-center gap-2 rounded text-ink-muted hover:bg-sunken hover:text-ink lg:border lg:border-line lg:px-3"
      >
        <Search aria-hidden size={18} />
        <span className="sr-only text-sm lg:not-sr-only">{label}</span>
      </button>
      {Overlays ? <Overlays locale={locale} open={open} onOpen={setOpen} /> : null}
    </>
  );
}
