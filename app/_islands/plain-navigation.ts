/** Stands for `next/navigation` in an island: the address is the browser's, and moving on loads a page. */

export function usePathname(): string {
  return window.location.pathname;
}

/** Asked for the page that stands in for others alone, which is none of islands. */
export function useSelectedLayoutSegment(): null {
  return null;
}

export function useSearchParams(): URLSearchParams {
  return new URLSearchParams(window.location.search);
}

const router = {
  push: (address: string) => window.location.assign(address),
  replace: (address: string) => window.location.replace(address),
  refresh: () => window.location.reload(),
  back: () => window.history.back(),
  forward: () => window.history.forward(),
  prefetch: () => undefined,
};

export function useRouter(): typeof router {
  return router;
}
