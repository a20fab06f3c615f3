type Timed = { at: Date };

/**
 * What a clock says happened later than now did not: a clock that is years ahead must not put what comes after into its
 * past. Those entries go back together, so that the last of them is now and they keep their order and distances; what
 * came with them and was not ahead stays where it is, and before them.
 */
export function setBack<Of extends Timed>(entries: readonly Of[], now: Date): Of[] {
  const times = entries.map(({ at }) => at.getTime());
  const [ahead, rest] = [times.filter((at) => at > now.getTime()), times.filter((at) => at <= now.getTime())];
  const backAhead = excess(ahead, now.getTime());
  const backRest = excess(rest, Math.min(...ahead) - backAhead - 1);
  return entries.map((entry) => {
    const back = entry.at > now ? backAhead : backRest;
    return back === 0 ? entry : { ...entry, at: new Date(entry.at.getTime() - back) };
  });
}

/** By how much the latest of these times, in milliseconds, is later than it may be. */
function excess(times: readonly number[], latest: number): number {
  return Math.max(0, Math.max(...times) - latest);
}
