/** The reader's choice of theme. Nothing stored means: as the system. */
export type Theme = 'system' | 'light' | 'dark';

export const themes = ['system', 'light', 'dark'] as const satisfies readonly Theme[];

export const themeKey = 'whetstone.theme';
