/** What the service worker does with a request. Pure, so that who reads it sees what can ever be kept. */
import type { Build } from './build.ts';

export type Asked = {
  method: string;
  url: URL;
  origin: string;
  navigates: boolean;
  soft: boolean;
  /** Whether a worker begins with it. */
  starts?: boolean;
};

export type Course =
  /** Not ours: as if there were no worker. Everything of an account goes this way. */
  | { kind: 'pass' }
  /** Its address names its content: kept for good. */
  | { kind: 'asset' }
  /** The same for all and made ahead: from the network, kept, and from the store where there is none. */
  | { kind: 'page'; key: string }
  /** Half a page, for Next's router: without a network it is told to load the whole. */
  | { kind: 'soft' }
  /** A page of somebody: from the network alone; without one what stands in for it. */
  | { kind: 'personal'; standIn: string; copy: string | null };

const problem = /^\/(en|zh)\/problems\/[^/]+$/;
const neverOurs = /^\/(api\/|sw\.js$|healthz$|readyz$|metrics$)/;

export function decide(
  { method, url, origin, navigates, soft, starts = false }: Asked,
  { pages }: Pick<Build, 'pages'>,
): Course {
  const { pathname } = url;
  if (method !== 'GET' || url.origin !== origin || neverOurs.test(pathname)) return { kind: 'pass' };
  // A worker learns from its address's fragment what to load, and what we answer with has none. Its script is the
  // browser's own to keep, for good.
  if (pathname.startsWith('/_next/static/')) return starts ? { kind: 'pass' } : { kind: 'asset' };
  if (soft) return { kind: 'soft' };
  const key = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
  if (pages.includes(key)) return { kind: 'page', key };
  if (!navigates) return { kind: 'pass' };
  const locale = pathname.startsWith('/zh') ? 'zh' : 'en';
  // A problem's workspace is kept as a visitor without an account sees it.
  return { kind: 'personal', standIn: `/${locale}/offline`, copy: problem.test(key) ? key : null };
}
