import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import '../globals.css';
import { Island } from '../_islands/island.tsx';
import { shellMessages } from '../_messages/shell.ts';
import { SiteWorker } from '../_offline/site-worker.client.tsx';
import { EarlyPresses } from '../_ui/early-presses.client.tsx';
import { Footer } from '../_ui/footer.tsx';
import { headScript } from '../_ui/head-script.ts';
import { Header } from '../_ui/header.tsx';
import { languageTags } from '../_ui/languages.ts';
import { type LocaleProps, localeParams, requireLocale } from '../_ui/locale.ts';
import { OfflineNotice } from '../_ui/offline-notice.client.tsx';

export const generateStaticParams = localeParams;

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf7f2' },
    { media: '(prefers-color-scheme: dark)', color: '#17191b' },
  ],
};

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const locale = await requireLocale(params);
  const t = shellMessages[locale];
  return {
    title: { default: t.name, template: `%s · ${t.name}` },
    description: t.tagline,
    manifest: `/${locale}/manifest.webmanifest`,
    appleWebApp: { capable: true, title: t.name, statusBarStyle: 'default' },
    icons: {
      icon: [{ url: '/icon.svg', type: 'image/svg+xml', sizes: 'any' }],
      apple: [{ url: `/${locale}/icons/apple-180/icon.png`, sizes: '180x180' }],
    },
    referrer: 'strict-origin-when-cross-origin',
  };
}

export default async function Layout({ params, children }: LocaleProps & { children: ReactNode }) {
  const locale = await requireLocale(params);
  const t = shellMessages[locale];
  return (
    // The script sets data-theme and data-script before React looks.
    <html lang={languageTags[locale]} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, allowed by its hash */}
        <script dangerouslySetInnerHTML={{ __html: headScript }} />
      </head>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="absolute top-2 left-2 z-50 -translate-y-20 rounded bg-accent px-4 py-2 text-on-accent focus:translate-y-0"
        >
          {t.skip}
        </a>
        <Header locale={locale} />
        <Island name="OfflineNotice" is={OfflineNotice} props={{ locale }} />
        <Island name="SiteWorker" is={SiteWorker} props={{ locale }} />
        <main id="content" tabIndex={-1} className="flex grow flex-col outline-none">
          {children}
        </main>
        <Footer locale={locale} />
        <EarlyPresses />
      </body>
    </html>
  );
}
