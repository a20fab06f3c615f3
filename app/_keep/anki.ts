/**
 * Notes as Anki imports them from text (docs.ankiweb.net/importing/text-files.html): a table whose header lines say what
 * its columns are. A note is known again by its guid.
 */
import { renderPortable } from '#content/markdown.ts';
import type { Question } from '#content/question.ts';
import type { Locale } from '#judge/verdict.ts';
import { ankiMessages } from '../_messages/anki.ts';
import { topicName } from '../_messages/topics.ts';

export type AnkiNote = { guid: string; deck: string; front: string; back: string; tags: string[] };

const header = [
  '#separator:tab',
  '#html:true',
  '#guid column:1',
  '#notetype column:2',
  '#deck column:3',
  '#tags column:6',
];

export function ankiText(notes: readonly AnkiNote[], notetype: string): string {
  const rows = notes.map(({ guid, deck, front, back, tags }) =>
    [guid, notetype, deck, front, back, tags.join(' ')].map(cell).join('\t'),
  );
  return [...header, ...rows].map((line) => `${line}\n`).join('');
}

// Anki reads its fields as RFC 4180 does, with a tab for the comma.
function cell(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A question in one language: what is asked in front; the short answer and the key points behind. */
export async function ankiNote(
  { slug, topics, difficulty, text }: Question,
  locale: Locale,
  origin: string,
): Promise<AnkiNote> {
  const { title, short, keyPoints } = text[locale];
  const t = ankiMessages[locale];
  const render = (markdown: string) => renderPortable(markdown, origin);
  const points = await Promise.all(keyPoints.map(render));
  const address = `${origin}/${locale}/questions/${slug}`;
  return {
    guid: `whetstone-${locale}-${slug}`,
    deck: `Whetstone::${t.deck}`,
    front: escapeHtml(title),
    back: [
      await render(short),
      `<p><b>${t.points}</b></p>`,
      `<ul>${points.map((point) => `<li>${inline(point)}</li>`).join('')}</ul>`,
      `<p><a href="${escapeHtml(address)}">${t.whole}</a></p>`,
    ].join('\n'),
    // A tag has no spaces; `::` makes a tree of them.
    tags: [
      'whetstone',
      `whetstone::${difficulty}`,
      ...topics.map((topic) => `whetstone::${topicName(locale, topic).replace(/\s+/g, '-')}`),
    ],
  };
}

// A lone paragraph needs no <p> in a list.
function inline(html: string): string {
  return /^<p>((?:(?!<p>).)*)<\/p>$/s.exec(html)?.[1] ?? html;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
