import { z } from 'zod';
import { askedLine, bookmarked, calendarFeed, kept, keptCard, savedNote } from './keep-answers.ts';
import { ankiQuery, askedBody, bookmarkBody, calendarBody, noteBody } from './keep-schemas.ts';
import { inPath, type Operation, writing } from './operation.ts';

const ofCard = [inPath('kind'), inPath('slug')];

/** What somebody keeps, and takes elsewhere. */
export const keepOperations: Record<string, Record<string, Operation>> = {
  '/api/v1/keep': {
    get: {
      summary: 'Your bookmarks, notes and interviews',
      answer: { status: 200, schema: kept },
      errors: ['unauthorized'],
    },
  },
  '/api/v1/keep/bookmarks': {
    get: {
      summary: 'Your bookmarks alone; none for who is not signed in',
      answer: { status: 200, schema: bookmarked },
      errors: [],
      open: true,
    },
  },
  '/api/v1/keep/{kind}/{slug}': {
    get: {
      summary: 'What you keep of a question or a problem; nothing for who is not signed in',
      parameters: ofCard,
      answer: { status: 200, schema: keptCard },
      errors: ['not_found', 'rate_limited'],
      open: true,
    },
  },
  '/api/v1/keep/{kind}/{slug}/bookmark': {
    put: {
      summary: 'Bookmark a question or a problem, or not any more',
      parameters: ofCard,
      body: bookmarkBody,
      answer: { status: 200, schema: bookmarkBody },
      errors: [...writing, 'not_found', 'rate_limited'],
    },
  },
  '/api/v1/keep/{kind}/{slug}/note': {
    put: {
      summary: 'Write your note on a question or a problem; only you can read it',
      parameters: ofCard,
      body: noteBody,
      answer: { status: 200, schema: savedNote },
      errors: [...writing, 'not_found', 'changed', 'rate_limited'],
    },
  },
  '/api/v1/keep/{kind}/{slug}/asked': {
    post: {
      summary: 'Note down that you were asked this in an interview; only you can read it',
      parameters: ofCard,
      body: askedBody,
      answer: { status: 201, schema: askedLine },
      errors: [...writing, 'not_found', 'too_many_asked', 'rate_limited'],
    },
  },
  '/api/v1/asked/{id}': {
    put: {
      summary: 'Mend what you noted down of an interview',
      parameters: [inPath('id')],
      body: askedBody,
      answer: { status: 200, schema: askedLine },
      errors: [...writing, 'not_found', 'rate_limited'],
    },
    delete: {
      summary: 'Remove what you noted down of an interview',
      parameters: [inPath('id')],
      answer: { status: 204 },
      errors: ['unauthorized', 'cross_site', 'not_found'],
    },
  },
  '/api/v1/calendars': {
    get: {
      summary: 'Addresses at which calendars read what is due for you',
      answer: { status: 200, schema: z.object({ calendars: z.array(calendarFeed) }) },
      errors: ['unauthorized'],
    },
    post: {
      summary: 'Make an address for calendars; it is shown this once',
      body: calendarBody,
      answer: { status: 201, schema: calendarFeed.extend({ url: z.url() }) },
      errors: [...writing, 'too_many_calendars', 'rate_limited'],
    },
  },
  '/api/v1/calendars/{id}': {
    delete: {
      summary: 'Revoke an address for calendars',
      parameters: [inPath('id')],
      answer: { status: 204 },
      errors: ['unauthorized', 'cross_site', 'not_found'],
    },
  },
  '/api/v1/calendar/{file}': {
    get: {
      summary: 'What is due on which day (iCalendar, RFC 5545); whoever has the address may read it',
      parameters: [inPath('file')],
      answer: { status: 200, type: 'text/calendar' },
      errors: ['not_found', 'rate_limited'],
      open: true,
    },
  },
  '/api/v1/anki': {
    get: {
      summary:
        'The questions as notes for Anki, all or those you bookmarked or practised; a second import updates them',
      parameters: Object.entries(ankiQuery.shape).map(([name, schema]) => ({ name, in: 'query', schema })),
      answer: { status: 200, type: 'text/plain' },
      errors: ['bad_request', 'unauthorized', 'rate_limited'],
      open: true,
    },
  },
};
