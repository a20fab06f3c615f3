/** What goes to the thread that renders, one at a time. */
export type Order = { markdown: string };
/** Undefined where the text can't be rendered: nested deeper than the stack. */
export type Answer = { html: string | undefined };
