'use client';

import { useSyncExternalStore } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { shellMessages } from '../_messages/shell.ts';
import { readTeaching, watchTeaching } from '../_session/teaching.ts';
import { NavLink } from './nav-link.client.tsx';

/** Links of the main navigation for instructors; the header is built ahead and learns in the browser whom it serves. */
export function TeacherLinks({ locale }: { locale: Locale }) {
  const teaches = useSyncExternalStore(watchTeaching, readTeaching, () => false);
  return teaches ? (
    <NavLink href={`/${locale}/rejudgings`}>{shellMessages[locale].rejudgings}</NavLink>
  ) : null;
}
