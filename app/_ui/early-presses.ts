declare global {
  interface Window {
    /** Of head-script.ts. */
    takePresses?: () => HTMLButtonElement[];
  }
}

/**
 * The buttons that were pressed before the page was alive, in their order, each once: who presses again because nothing
 * happens means it once. From now on nothing is noted. Whoever takes them presses them again. Runs in the browser alone.
 */
export function takeEarlyPresses(): HTMLButtonElement[] {
  return window.takePresses?.() ?? [];
}
