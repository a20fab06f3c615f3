import './globals.css';
import { shellMessages } from './_messages/shell.ts';
import { languageTags, locales } from './_ui/languages.ts';

export const metadata = {
  title: `${shellMessages.en.notFound.title} · ${shellMessages.en.name}`,
  icons: '/icon.svg',
};

/** Where an address has no language to answer in: both. */
export default function GlobalNotFound() {
  return (
    <html lang="en">
      <body className="mx-auto flex min-h-dvh max-w-page flex-col justify-center gap-12 px-6 py-12">
        {locales.map((locale) => {
          const t = shellMessages[locale];
          return (
            <section key={locale} lang={languageTags[locale]} className="flex flex-col gap-2">
              <h1 className="text-2xl">{t.notFound.title}</h1>
              <p className="text-ink-muted text-lg">{t.notFound.text}</p>
              <p>
                <a href={`/${locale}`} className="text-accent underline underline-offset-3">
                  {t.notFound.home}
                </a>
              </p>
            </section>
          );
        })}
      </body>
    </html>
  );
}
