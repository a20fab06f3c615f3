import * as monaco from 'monaco-editor';

// The colours of code in author's texts (GitHub's high contrast themes), so that code looks the same on both sides.
const rules = {
  light: {
    comment: '5b656e',
    keyword: 'a0111f',
    string: '032563',
    number: '023b95',
    regexp: '032563',
    type: '702c00',
    delimiter: '26221d',
  },
  dark: {
    comment: 'bdc4cc',
    keyword: 'ff9492',
    string: 'addcff',
    number: '91cbff',
    regexp: 'addcff',
    type: 'ffb757',
    delimiter: 'e8e5de',
  },
};

const tokens = {
  'editor.background': '--surface',
  'editor.foreground': '--ink',
  'editor.lineHighlightBackground': '--sunken',
  'editor.lineHighlightBorder': '--sunken',
  'editor.selectionBackground': '--accent',
  'editorGutter.background': '--surface',
  'editorLineNumber.foreground': '--ink-muted',
  'editorLineNumber.activeForeground': '--ink',
  'editorCursor.foreground': '--accent',
  'editorWidget.background': '--surface',
  'editorWidget.foreground': '--ink',
  'editorWidget.border': '--line',
  'editorSuggestWidget.selectedBackground': '--accent-soft',
  'editorSuggestWidget.selectedForeground': '--ink',
  'editorSuggestWidget.highlightForeground': '--accent',
  'editorSuggestWidget.focusHighlightForeground': '--accent',
  'editorHoverWidget.background': '--surface',
  'editorHoverWidget.border': '--line',
  'editorError.foreground': '--fail',
  'editorWarning.foreground': '--warn',
  focusBorder: '--accent',
  // Brackets in six colours say less than the words between them.
  'editorBracketHighlight.foreground1': '--ink',
  'editorBracketHighlight.foreground2': '--ink',
  'editorBracketHighlight.foreground3': '--ink',
  'editorBracketHighlight.foreground4': '--ink',
  'editorBracketHighlight.foreground5': '--ink',
  'editorBracketHighlight.foreground6': '--ink',
} as const;

/** Follows the site's theme: colours come from the page's own tokens. */
export function applyEditorTheme(): void {
  const dark = isDark();
  const colors: Record<string, string> = {};
  for (const [name, token] of Object.entries(tokens)) {
    const hex = toHex(token);
    if (hex) colors[name] = name === 'editor.selectionBackground' ? `${hex}44` : hex;
  }
  monaco.editor.defineTheme('whetstone', {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: Object.entries(rules[dark ? 'dark' : 'light']).map(([token, foreground]) => ({
      token,
      foreground,
    })),
    colors,
  });
  monaco.editor.setTheme('whetstone');
}

/** Calls back when the reader or the system changes the theme; returns what ends it. */
export function watchTheme(onChange: () => void): () => void {
  const chosen = new MutationObserver(onChange);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', onChange);
  return () => {
    chosen.disconnect();
    system.removeEventListener('change', onChange);
  };
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
}

// Tokens are light-dark(…) pairs; a probe element resolves them to what holds now.
function toHex(token: string): string | undefined {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const parts = getComputedStyle(probe).color.match(/[\d.]+/g);
  probe.remove();
  if (!parts || parts.length < 3) return undefined;
  const hex = parts.slice(0, 3).map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'));
  return `#${hex.join('')}`;
}
