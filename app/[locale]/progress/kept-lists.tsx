import { Bookmark, type LucideIcon, MessageSquareQuote, NotebookPen } from 'lucide-react';
import type { ReactNode } from 'react';
import { excerptOf } from '#app/_keep/excerpt.ts';
import type { Named, Progress } from '#app/_keep/load-progress.ts';
import { progressMessages } from '#app/_messages/progress.ts';
import { formatDate } from '#app/_ui/format-date.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Locale } from '#judge/verdict.ts';

type Props = { locale: Locale; progress: Pick<Progress, 'bookmarks' | 'notes' | 'asked'> };

/** What somebody keeps, with the way back to it. */
export function KeptLists({ locale, progress: { bookmarks, notes, asked } }: Props) {
  const t = progressMessages[locale];
  const key = ({ kind, slug }: Named) => `${kind}/${slug}`;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-3">
      <List id="bookmarks" icon={Bookmark} title={t.bookmarks} none={t.noBookmarks}>
        {bookmarks.map((one) => (
          <Item key={key(one)} locale={locale} to={one} />
        ))}
      </List>
      <List id="notes" icon={NotebookPen} title={t.notes} none={t.noNotes}>
        {notes.map((one) => (
          <Item key={key(one)} locale={locale} to={one}>
            {excerptOf(one.text)}
          </Item>
        ))}
      </List>
      <List id="asked" icon={MessageSquareQuote} title={t.asked} none={t.noAsked}>
        {asked.map((one) => (
          <Item key={one.id} locale={locale} to={one}>
            {[formatDate(locale, one.askedOn.toISOString().slice(0, 10)), one.role, one.company]
              .filter(Boolean)
              .join(' · ')}
          </Item>
        ))}
      </List>
    </div>
  );
}

type ListProps = { id: string; icon: LucideIcon; title: string; none: string; children: ReactNode[] };

function List({ id, icon: Icon, title, none, children }: ListProps) {
  return (
    <section aria-labelledby={id} className="overflow-hidden rounded border border-line bg-surface">
      <h2
        id={id}
        className="flex items-center gap-2 border-line border-b px-4 py-2.5 font-semibold text-base"
      >
        <Icon aria-hidden size={16} className="text-ink-muted" />
        {title}
      </h2>
      {children.length === 0 ? (
        <p className="p-4 text-ink-muted">{none}</p>
      ) : (
        <ul className="max-h-96 divide-y divide-line overflow-auto">{children}</ul>
      )}
    </section>
  );
}

function Item({ locale, to, children }: { locale: Locale; to: Named; children?: ReactNode }) {
  const t = progressMessages[locale];
  const { kind, slug, title } = to;
  return (
    <li className="px-4 py-2.5">
      <TextLink href={`/${locale}/${kind}s/${slug}${children && kind === 'question' ? '#keep' : ''}`}>
        {title[locale]}
      </TextLink>{' '}
      {kind === 'problem' ? <span className="text-ink-muted text-sm">{t.problem}</span> : null}
      {children ? <p className="break-words text-ink-muted text-sm">{children}</p> : null}
    </li>
  );
}
