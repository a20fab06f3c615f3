/** The reader's choice of theme. Nothing stored means: as the system. */
export type Theme = 'system' | 'light' | 'dark';

export const themes = ['system', 'light', 'dark'] as const satisfies readonly Theme[];

export const themeKey = 'whetstone.theme';

/**
 * Runs in `<head>` before the first paint, so that neither a chosen theme nor what needs a script (globals.css:
 * `.needs-script`) flashes. The security policy knows it by its hash, so it is the same on every page.
 */
export const headScript = `(function(d){d.script='on';try{var t=localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')d.theme=t}catch{}})(document.documentElement.dataset)`;
