import { siteOrigin } from './config.ts';
import { cardSize } from './icons.ts';

/** The picture that goes with a link to this page. Its address is whole where the site knows its own. */
export function SocialCard({ path, alt }: { path: string; alt: string }) {
  const address = `${siteOrigin ?? ''}${path}`;
  return (
    <>
      <meta property="og:image" content={address} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(cardSize.width)} />
      <meta property="og:image:height" content={String(cardSize.height)} />
      <meta property="og:image:alt" content={alt} />
      <meta name="twitter:image" content={address} />
    </>
  );
}
