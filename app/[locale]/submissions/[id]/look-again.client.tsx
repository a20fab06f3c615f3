'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** A result may have been replaced while nobody looked: the page is asked for anew when somebody comes back to it. */
export function LookAgain() {
  const router = useRouter();
  // Whether the page is looked at is known outside of React.
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') router.refresh();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [router]);
  return null;
}
