import { workspaceMessages } from '#app/_messages/workspace.ts';
import type { Locale } from '#judge/verdict.ts';
import { ActButtons } from './act-buttons.tsx';
import type { Bench } from './use-bench.client.ts';

/** On a phone the panes are far apart: ways between them, and what to do next, stay within reach of the thumb. */
export function PhoneBar({ locale, bench }: { locale: Locale; bench: Bench }) {
  const t = workspaceMessages[locale];
  const places = [
    ['#pane-statement', t.statement],
    ['#pane-code', t.code],
    ['#pane-results', t.results],
  ] as const;
  return (
    <div className="sticky bottom-0 z-30 flex items-center gap-2 border-line border-t bg-paper px-3 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] lg:hidden">
      <nav aria-label={t.panes} className="mr-auto flex">
        {places.map(([href, text]) => (
          <a
            key={href}
            href={href}
            className="flex min-h-9 items-center rounded px-2 text-ink-muted text-sm hover:bg-sunken hover:text-ink"
          >
            {text}
          </a>
        ))}
      </nav>
      <ActButtons locale={locale} bench={bench} />
    </div>
  );
}
