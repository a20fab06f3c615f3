'use client';

import { usePathname } from 'next/navigation';
import { localeOf } from '../_ui/languages.ts';
import { Missing } from './missing.tsx';

/** Where a page found nothing. Next tells this one nothing, so the language is read from the address. */
export default function NotFound() {
  return <Missing locale={localeOf(usePathname())} />;
}
