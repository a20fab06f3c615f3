'use client';

import { useState } from 'react';

/** Tells who listens the verdict, once, where it comes while the page is open; one that was there is read as the rest is. */
export function TellVerdict({ text }: { text: string | null }) {
  const [first] = useState(text);
  return (
    <p aria-live="assertive" className="sr-only">
      {text === first ? '' : text}
    </p>
  );
}
