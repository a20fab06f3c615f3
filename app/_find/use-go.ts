import { usePathname, useRouter } from 'next/navigation';
import type { Locale } from '#judge/verdict.ts';
import { doorTo } from '../_session/way-back.ts';
import { inLocale, rememberLocale } from '../_ui/languages.ts';
import { setTheme } from '../_ui/theme-toggle.client.tsx';
import type { Option } from './options.ts';

/** Goes where an option leads, or does what it says. */
export function useGo({ locale, onKeys }: { locale: Locale; onKeys: () => void }) {
  const router = useRouter();
  const pathname = usePathname();
  return (leads: Option['leads']): void => {
    if ('path' in leads) {
      router.push(leads.path);
      return;
    }
    switch (leads.action) {
      case 'signIn':
        router.push(doorTo('sign-in', locale, hereOf(pathname)));
        break;
      case 'signUp':
        router.push(doorTo('sign-up', locale, hereOf(pathname)));
        break;
      case 'light':
      case 'dark':
      case 'system':
        setTheme(leads.action);
        break;
      case 'keys':
        onKeys();
        break;
      case 'language':
        toOther(locale, pathname);
    }
  };
}

/** With what is searched and filtered. */
function hereOf(pathname: string): string {
  return `${pathname}${window.location.search}`;
}

/** A page load, as by the link in the header: it brings the other language's fonts. */
function toOther(locale: Locale, pathname: string): void {
  const other = locale === 'en' ? 'zh' : 'en';
  rememberLocale(other);
  const { search, hash } = window.location;
  window.location.assign(`${inLocale(pathname, other)}${search}${hash}`);
}
