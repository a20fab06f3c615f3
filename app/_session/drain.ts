/** Whether this process is about to end. Next itself takes nothing new then and waits for what is being answered. */

// On globalThis, since Next loads this file once for each of its bundles.
const kept = globalThis as typeof globalThis & { whetstoneDrain?: AbortController };

function switchOf(): AbortController {
  kept.whetstoneDrain ??= new AbortController();
  return kept.whetstoneDrain;
}

/** Aborted by the first SIGTERM or SIGINT: event streams end then, and browsers take them up again elsewhere. */
export function draining(): AbortSignal {
  return switchOf().signal;
}

/** Listens for the signals; once, when the process starts. */
export function drainOnSignal(): void {
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => switchOf().abort());
}
