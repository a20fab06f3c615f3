import { LoaderCircle, Play, Send, Square } from 'lucide-react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { Button } from '#app/_ui/button.tsx';
import type { Locale } from '#judge/verdict.ts';
import type { Bench } from './use-bench.client.ts';

/** Run and submit. */
export function ActButtons({ locale, bench }: { locale: Locale; bench: Bench }) {
  const t = workspaceMessages[locale];
  const { samples, ready, busy, run, send } = bench;
  return (
    <>
      {samples.running ? (
        <Button size="small" onClick={samples.stop}>
          <Square aria-hidden size={14} />
          {t.stop}
        </Button>
      ) : (
        <Button size="small" disabled={!ready} title="Ctrl/⌘ + '" onClick={() => void run()}>
          <Play aria-hidden size={14} />
          {t.run}
        </Button>
      )}
      {/* Not disabled while it is judged, which would take the focus: sending twice is refused by `send`. */}
      <Button
        look="primary"
        size="small"
        disabled={!ready}
        aria-disabled={busy || undefined}
        onClick={() => void send()}
      >
        {busy ? (
          <LoaderCircle aria-hidden size={14} className="animate-spin" />
        ) : (
          <Send aria-hidden size={14} />
        )}
        {busy ? t.submitting : t.submit}
      </Button>
    </>
  );
}
