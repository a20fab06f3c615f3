import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextLink } from './text-link.tsx';

/** Above a title: the way back to the list that the page is of. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <TextLink href={href} className="inline-flex items-center gap-1 text-sm">
      <ArrowLeft aria-hidden size={15} />
      {children}
    </TextLink>
  );
}
