/**
 * Who may use what. `tests/access.test.ts` fails for a route or page that is missing here, so that nobody adds a door
 * without saying whom it lets in; `tests/e2e/access.test.ts` knocks at each as everyone.
 *
 * - `everyone`: also who is not signed in
 * - `signed-in`: any account; 401 without one
 * - `owner`: 404 for all others, instructors too; an API door answers 401 without an account
 * - `owner-or-teacher`: instructors and admins too; 404 for all others
 * - `teacher`: instructors and admins; 404 for all others
 * - `operator`: whoever shows `WHETSTONE_METRICS_TOKEN`; where none is set, who asks from this very machine and through no
 *   proxy; 404 for all others, whoever has signed in
 */
export type Audience = 'everyone' | 'signed-in' | 'owner' | 'owner-or-teacher' | 'teacher' | 'operator';

export const access: Record<string, Audience> = {
  'GET /[locale]': 'everyone',
  'GET /[locale]/about': 'everyone',
  'GET /[locale]/card.png': 'everyone',
  'GET /[locale]/icons/[shape]/icon.png': 'everyone',
  'GET /[locale]/manifest.webmanifest': 'everyone',
  'GET /[locale]/offline': 'everyone',
  'GET /[locale]/questions': 'everyone',
  'GET /[locale]/questions/[slug]': 'everyone',
  'GET /[locale]/questions/[slug]/card.json': 'everyone',
  'GET /[locale]/search.json': 'everyone',
  'GET /[locale]/topics': 'everyone',
  'GET /[locale]/topics/[slug]': 'everyone',
  'GET /[locale]/tracks': 'everyone',
  'GET /[locale]/tracks/[slug]': 'everyone',
  'GET /[locale]/questions/[slug]/card.png': 'everyone',
  'GET /[locale]/practice': 'everyone',
  'GET /[locale]/practice/session': 'everyone',
  'GET /[locale]/progress': 'everyone',
  'GET /[locale]/mock': 'everyone',
  'GET /[locale]/mock/[id]': 'owner',
  // Whoever was given its key.
  'GET /[locale]/mock/shared/[key]': 'everyone',
  'GET /[locale]/problems': 'everyone',
  'GET /[locale]/problems/[slug]': 'everyone',
  'GET /[locale]/sign-in': 'everyone',
  'GET /[locale]/sign-up': 'everyone',
  'GET /[locale]/settings': 'everyone',
  'GET /[locale]/submissions/[id]': 'owner-or-teacher',
  'GET /[locale]/rejudgings': 'teacher',
  'GET /[locale]/rejudgings/[id]': 'teacher',
  'GET /healthz': 'everyone',
  'GET /readyz': 'everyone',
  'GET /metrics': 'operator',
  'GET /tf-types.json': 'everyone',
  'GET /robots.txt': 'everyone',
  'GET /sitemap.xml': 'everyone',
  'GET /sw.js': 'everyone',
  'GET /api/v1/openapi.json': 'everyone',
  'GET /api/v1/problems': 'everyone',
  'GET /api/v1/problems/[slug]': 'everyone',
  'POST /api/v1/submissions': 'signed-in',
  'GET /api/v1/submissions': 'signed-in',
  'GET /api/v1/submissions/[id]': 'owner-or-teacher',
  'PATCH /api/v1/submissions/[id]': 'owner',
  'GET /api/v1/submissions/[id]/events': 'owner-or-teacher',
  'GET /api/v1/drafts/[slug]': 'signed-in',
  'PUT /api/v1/drafts/[slug]': 'signed-in',
  'GET /api/v1/export': 'signed-in',
  'GET /api/v1/keep': 'signed-in',
  // Nothing for who is not signed in.
  'GET /api/v1/keep/bookmarks': 'everyone',
  'GET /api/v1/keep/[kind]/[slug]': 'everyone',
  'PUT /api/v1/keep/[kind]/[slug]/bookmark': 'signed-in',
  'PUT /api/v1/keep/[kind]/[slug]/note': 'signed-in',
  'POST /api/v1/keep/[kind]/[slug]/asked': 'signed-in',
  'PUT /api/v1/asked/[id]': 'owner',
  'DELETE /api/v1/asked/[id]': 'owner',
  'GET /api/v1/calendars': 'signed-in',
  'POST /api/v1/calendars': 'signed-in',
  'DELETE /api/v1/calendars/[id]': 'owner',
  // Whoever has the address.
  'GET /api/v1/calendar/[file]': 'everyone',
  'GET /api/v1/anki': 'everyone',
  'POST /api/v1/mocks': 'signed-in',
  'GET /api/v1/mocks': 'signed-in',
  'GET /api/v1/mocks/[id]': 'owner',
  'POST /api/v1/mocks/[id]/events': 'owner',
  'PATCH /api/v1/mocks/[id]/items/[place]': 'owner',
  'PUT /api/v1/mocks/[id]/share': 'owner',
  'DELETE /api/v1/mocks/[id]': 'owner',
  'GET /api/v1/practice': 'signed-in',
  'GET /api/v1/standing': 'everyone',
  'POST /api/v1/practice/entries': 'signed-in',
  'PUT /api/v1/practice/settings': 'signed-in',
  'GET /api/v1/rejudgings': 'teacher',
  'POST /api/v1/rejudgings': 'teacher',
  'POST /api/v1/rejudgings/count': 'teacher',
  'GET /api/v1/rejudgings/[id]': 'teacher',
  'POST /api/v1/rejudgings/[id]/apply': 'teacher',
  'POST /api/v1/rejudgings/[id]/discard': 'teacher',
  'GET /api/v1/tokens': 'signed-in',
  // Made and revoked by who signed in, never by a token: tried in their own tests.
  'POST /api/v1/tokens': 'signed-in',
  'DELETE /api/v1/tokens/[id]': 'owner',
};
