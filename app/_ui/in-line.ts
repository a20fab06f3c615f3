/** What the server has in the end, and whether something did not arrive. */
export type Settled<T> = { known: T; failed: boolean };

/**
 * Tells the server what a switch is set to, one request after the other, so that it ends with what was wanted last. `from`
 * is what it has where nothing is under way. Undefined to whom another's call answers, which is still under way.
 */
export function openLine<T>(
  send: (value: T) => Promise<boolean>,
): (to: T, from: T) => Promise<Settled<T> | undefined> {
  let under: { wanted: T } | undefined;
  return async (to, from) => {
    if (under) {
      under.wanted = to;
      return undefined;
    }
    const mine = { wanted: to };
    under = mine;
    let known = from;
    try {
      while (known !== mine.wanted) {
        const { wanted } = mine;
        if (await send(wanted)) known = wanted;
        else break;
      }
    } finally {
      under = undefined;
    }
    return { known, failed: known !== mine.wanted };
  };
}
