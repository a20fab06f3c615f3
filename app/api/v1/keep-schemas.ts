import { z } from 'zod';
import { locales } from '#app/_ui/languages.ts';
import { storable, storableDay } from '../_http/parse.ts';

/** Bodies for what somebody keeps. */
export const bookmarkBody = z.strictObject({ bookmarked: z.boolean() });

export const noteBody = z.strictObject({
  text: storable
    .max(200_000)
    .describe(
      'Markdown of up to 20 000 characters; empty takes the note away. One that two accounts brought together may be longer, and can be made shorter',
    ),
  revision: z
    .uuid()
    .nullable()
    .describe(
      'Of the note that this was written over; null where there was none. 409 where another stands there',
    ),
});

const line = storable.trim().max(120);
export const askedBody = z.strictObject({
  askedOn: storableDay,
  role: line.default(''),
  company: line.default(''),
});

/** What Anki is given. */
export const ankiQuery = z.object({
  language: z
    .enum([...locales, 'both'])
    .default('en')
    .describe('Each language is a deck of its own'),
  only: z.enum(['all', 'bookmarks', 'practised']).default('all'),
  notetype: storable
    .trim()
    .min(1)
    .max(100)
    .regex(/^[^\t\r\n]*$/)
    .default('Basic')
    .describe('The name of a note type in your Anki with a front and a back'),
});

export const calendarBody = z.strictObject({ locale: z.enum(locales) });
