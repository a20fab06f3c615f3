/** The reader's choice of theme. Nothing stored means: as the system. */
export type Theme = 'system' | 'light' | 'dark';

export const themes = ['system', 'light', 'dark'] as const satisfies readonly Theme[];

export const themeKey = 'whetstone.theme';

/**
 * Runs in `<head>` before the first paint, so that a chosen theme never flashes. The security policy knows it by
 * its hash, so it is the same on every page.
 */
export const themeScript = `try{var t=localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;
