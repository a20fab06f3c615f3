import { mockMessages } from '#app/_messages/mock.ts';
import { Kbd } from '#app/_ui/kbd.tsx';
import type { Locale } from '#judge/verdict.ts';
import { keyGroups } from '../use-keys.client.ts';

/** The page's keys; of no use where there is no keyboard. */
export function KeysList({ locale }: { locale: Locale }) {
  return (
    <section aria-labelledby="keys" className="mt-10 hidden border-line border-t pt-4 sm:block">
      <h2 id="keys" className="sr-only">
        {mockMessages[locale].keys}
      </h2>
      <dl className="flex flex-wrap gap-x-5 gap-y-2 text-ink-muted text-sm">
        {keyGroups[locale].keys.map(([names, text]) => (
          <div key={text} className="flex items-center gap-1.5">
            <dt className="flex gap-1">
              {names
                .split(' ')
                .map((name) => (name === '…' ? <span key={name}>…</span> : <Kbd key={name}>{name}</Kbd>))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
