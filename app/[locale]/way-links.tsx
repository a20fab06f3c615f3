import { Network, Route } from 'lucide-react';
import Link from 'next/link';
import { wayMessages } from '#app/_messages/ways.ts';
import type { Locale } from '#judge/verdict.ts';

/** Other ways into a long list, for who would rather be led than search; without a script they are its filters. */
export function WayLinks({ locale }: { locale: Locale }) {
  const t = wayMessages[locale];
  const ways = [
    { href: `/${locale}/topics`, icon: Network, text: t.mapLink },
    { href: `/${locale}/tracks`, icon: Route, text: t.tracks },
  ];
  return (
    <p className="-mt-4 mb-6 flex flex-wrap gap-x-6 gap-y-1">
      {ways.map(({ href, icon: Icon, text }) => (
        <Link
          key={href}
          href={href}
          className="inline-flex items-center gap-1.5 text-accent underline decoration-1 underline-offset-3 hover:text-accent-strong hover:decoration-2"
        >
          <Icon aria-hidden size={16} />
          {text}
        </Link>
      ))}
    </p>
  );
}
