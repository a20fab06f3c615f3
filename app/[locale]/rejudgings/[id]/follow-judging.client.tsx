'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const everyMs = 2000;

/** Asks for the page anew while something of it is still being judged and somebody looks. */
export function FollowJudging() {
  const router = useRouter();
  // A clock is the world outside: started with the page, stopped with it.
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
