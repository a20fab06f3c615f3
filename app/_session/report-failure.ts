import { siteLog } from './site-log.ts';

/** Tells whoever runs the site what broke; whoever asked is told no more than that something did. */
export function reportFailure(cause: unknown): void {
  siteLog('error', 'failed', { cause });
}
