/**
 * Whether what a page folds away stands open belongs to its entry in the browser's history: Back and a reload find it as
 * it was left, and so does the page in the other language; who comes anew finds it folded. Runs in the browser alone.
 */
import { readEntry, writeEntry } from './history-entry.ts';

const carriedKey = 'whetstone.open';

export function isOpenHere(): boolean {
  return readEntry('isOpen') === true;
}

export function keepOpen(isOpen: boolean): void {
  if (isOpen !== isOpenHere()) writeEntry('isOpen', isOpen);
}

/** For the page that is loaded next, if it is the one at `path`. */
export function carryOpen(path: string): void {
  if (isOpenHere()) sessionStorage.setItem(carriedKey, path);
}

/**
 * Stands in a `<details>`, before what it folds away, and opens it while the page is still read: later, the browser would
 * have found the reader's place on a shorter page. The security policy knows it by its hash.
 */
export const reopenScript = `(function(d,h){try{var k='${carriedKey}';if(sessionStorage.getItem(k)===location.pathname)h.replaceState({...h.state,isOpen:true},'');sessionStorage.removeItem(k)}catch{}d.open=h.state?.isOpen===true})(document.currentScript.parentElement,history)`;
