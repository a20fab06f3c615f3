import type { editor } from 'monaco-editor';
import { initVimMode, VimMode } from 'monaco-vim';

type Acts = { save(): void; leave(): void };
type Vim = { defineEx(name: string, prefix: string, act: () => void): void };

/** Vim's keys over the editor; `:w` saves the draft and `:q` leaves the editor, since Escape has its own meaning. */
export function layVimOver(
  made: editor.IStandaloneCodeEditor,
  status: HTMLElement | null,
  acts: Acts,
): () => void {
  // Its declarations leave this out.
  const vim: unknown = Reflect.get(VimMode, 'Vim');
  if (hasCommands(vim)) {
    vim.defineEx('write', 'w', acts.save);
    vim.defineEx('quit', 'q', acts.leave);
  }
  const mode = initVimMode(made, status);
  return () => mode.dispose();
}

function hasCommands(vim: unknown): vim is Vim {
  return typeof vim === 'object' && vim !== null && 'defineEx' in vim;
}
