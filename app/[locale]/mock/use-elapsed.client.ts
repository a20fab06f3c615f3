import { useEffect, useState } from 'react';
import type { ClockView } from './mock-client.ts';

const tickMs = 250;

/** What the clock shows now: what the server said, and what has passed since by the browser's own monotonic clock. */
export function useElapsed(clock: ClockView): number {
  const [ticked, setTicked] = useState({ clock, ms: clock.elapsedMs });
  // The clock is outside React: it has to be looked at while it runs.
  useEffect(() => {
    if (clock.state !== 'running') return;
    const began = performance.now();
    const look = () => setTicked({ clock, ms: clock.elapsedMs + performance.now() - began });
    const ticking = setInterval(look, tickMs);
    return () => clearInterval(ticking);
  }, [clock]);
  return ticked.clock === clock ? ticked.ms : clock.elapsedMs;
}

/** The same with the time spent on the item at hand. */
export function spentNow(clock: ClockView, elapsedMs: number): number {
  return (clock.spentMs[clock.current] ?? 0) + elapsedMs - clock.elapsedMs;
}
