import { CalendarDays, Download } from 'lucide-react';
import { progressMessages } from '#app/_messages/progress.ts';
import { ButtonLink, buttonLook } from '#app/_ui/button.tsx';
import type { Locale } from '#judge/verdict.ts';

type Props = { locale: Locale; signedIn: boolean; bookmarks: boolean };

/** Ways to use elsewhere what is here. */
export function TakeAlong({ locale, signedIn, bookmarks }: Props) {
  const t = progressMessages[locale];
  const anki = `/api/v1/anki?language=${locale}`;
  return (
    <section aria-labelledby="take" className="flex flex-col gap-3">
      <div>
        <h2 id="take" className="text-xl">
          {t.take}
        </h2>
        <p className="text-ink-muted">{t.ankiText}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <FileLink href={anki}>{t.anki}</FileLink>
        {bookmarks ? <FileLink href={`${anki}&only=bookmarks`}>{t.ankiBookmarks}</FileLink> : null}
        {signedIn ? (
          <>
            <FileLink href="/api/v1/export">{t.everything}</FileLink>
            <ButtonLink href={`/${locale}/settings#calendar`}>
              <CalendarDays aria-hidden size={16} />
              {t.calendar}
            </ButtonLink>
          </>
        ) : null}
      </div>
    </section>
  );
}

// A plain link: it leads to a file, which the browser keeps.
function FileLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} download className={buttonLook()}>
      <Download aria-hidden size={16} />
      {children}
    </a>
  );
}
