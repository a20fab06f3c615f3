import { ContentError } from '#content/content-error.ts';
import { cleanText } from '#judge/clean-text.ts';
import type { Skipped } from '#judge/publish.ts';

/** How `content publish --skip-faulty` tells of a package: in a line, which {@link findSkipped} finds among the others. */
export function skippedLine({ slug, cause }: Skipped): string {
  const [first = ''] = cleanText(cause.message, 2000).split('\n');
  const more = cause instanceof ContentError ? cause.issues.length - 1 : 0;
  return `${slug}: skipped: ${first}${more > 0 ? ` (and ${more} more)` : ''}`;
}

/** What `content publish` has said of packages that it skipped. */
export function findSkipped(said: string): { slug: string; why: string }[] {
  return [...said.matchAll(/^(.+?): skipped: (.+)$/gm)].map(([, slug = '', why = '']) => ({ slug, why }));
}
