declare global {
  interface Window {
    /** Of head-script.ts. */
    takePresses?: () => Event[];
  }
}

/**
 * The buttons that were pressed before the page was alive, in their order, each once: who presses again because nothing
 * happens means it once. From now on nothing is noted. Whoever takes them presses them again. Runs in the browser alone.
 */
export function takeEarlyPresses(): HTMLButtonElement[] {
  const buttons = (window.takePresses?.() ?? []).flatMap((event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    // One that is still on its way has brought the page to life by itself, and is heard.
    const heard = event.eventPhase !== Event.NONE && !event.defaultPrevented;
    return button && !heard ? [button] : [];
  });
  // Where it was pressed last.
  return [...new Set(buttons.reverse())].reverse();
}
