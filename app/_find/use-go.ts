import { usePathname, useRouter } from 'next/navigation';
import type { Locale } from '#judge/verdict.ts';
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

/** A page load, as by the link in the header: it brings the other language's fonts. */
function toOther(locale: Locale, pathname: string): void {
  const other = locale === 'en' ? 'zh' : 'en';
  rememberLocale(other);
  const { search, hash } = window.location;
  window.location.assign(`${inLocale(pathname, other)}${search}${hash}`);
}
