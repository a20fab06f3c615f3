/**
 * A hint, kept in the browser, that its account may teach: pages that are built ahead show the links for instructors
 * by it. The pages behind those links ask the server.
 */
const key = 'whetstone.teaches';
const changed = 'whetstone:teaches';

export function rememberTeaching(teaches: boolean): void {
  if (readTeaching() === teaches) return;
  if (teaches) localStorage.setItem(key, '1');
  else localStorage.removeItem(key);
  window.dispatchEvent(new Event(changed));
}

export function readTeaching(): boolean {
  return localStorage.getItem(key) === '1';
}

/** Calls back when it changes, in this tab or another. */
export function watchTeaching(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('storage', listener);
    window.removeEventListener(changed, listener);
  };
}
