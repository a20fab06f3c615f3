import { type AnkiNote, ankiNote, ankiText } from '#app/_keep/anki.ts';
import { addressOf } from '#app/_session/client-address.ts';
import { remember } from '#app/_session/remember.ts';
import { site } from '#app/_session/site.ts';
import { locales } from '#app/_ui/languages.ts';
import { getQuestions } from '#app/[locale]/questions/questions.ts';
import { parseClaimed } from '#app/api/_http/parse.ts';
import { requireQuota } from '#app/api/_http/require-quota.ts';
import { requireUser, route } from '#app/api/_http/route.ts';
import type { Locale } from '#judge/verdict.ts';
import { listBookmarks } from '#prisma/bookmark.ts';
import { listCards } from '#prisma/practice-card.ts';
import { ankiQuery } from '../keep-schemas.ts';

/** The questions as a file for Anki. They are the same for all; which of them is asked for may be one's own choice. */
export const GET = route(async ({ request }) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { language, only, notetype } = parseClaimed(ankiQuery, asked);
  await requireQuota([{ key: `anki:address:${addressOf(request.headers)}`, max: 30 }]);
  const chosen = only === 'all' ? undefined : await ownChoice(request, only);
  const languages = language === 'both' ? locales : [language];
  const origin = site().origin(request.headers);
  const notes = (await Promise.all(languages.map((locale) => allNotes(locale, origin)))).flat();
  const text = ankiText(
    notes.filter(({ slug }) => chosen?.has(slug) ?? true),
    notetype,
  );
  return new Response(text, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="whetstone-${language}.txt"`,
    },
  });
});

async function ownChoice(request: Request, only: 'bookmarks' | 'practised'): Promise<Set<string>> {
  const { id } = await requireUser(request);
  const { db } = site();
  const cards = only === 'bookmarks' ? await listBookmarks(db, id) : await listCards(db, id);
  return new Set(cards.filter(({ kind }) => kind === 'question').map(({ slug }) => slug));
}

type QuestionNote = AnkiNote & { slug: string };

// What a caller may call this host varies; the last one is enough to remember.
const rendered = new Map<Locale, { origin: string; notes: () => Promise<QuestionNote[]> }>();

function allNotes(locale: Locale, origin: string): Promise<QuestionNote[]> {
  const known = rendered.get(locale);
  if (known?.origin === origin) return known.notes();
  const notes = remember(() => renderAll(locale, origin));
  rendered.set(locale, { origin, notes });
  return notes();
}

async function renderAll(locale: Locale, origin: string): Promise<QuestionNote[]> {
  const questions = await getQuestions();
  return Promise.all(
    questions.map(async (question) => ({
      slug: question.slug,
      ...(await ankiNote(question, locale, origin)),
    })),
  );
}
