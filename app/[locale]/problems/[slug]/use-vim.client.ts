import { type RefObject, useEffect } from 'react';
import type { EditorProps } from './editor-props.ts';
import type { OpenEditor } from './monaco.ts';

type Options = {
  asked: boolean;
  open: () => Promise<OpenEditor | null>;
  /** Where Vim writes its mode and its commands. */
  status: RefObject<HTMLElement | null>;
  latest: RefObject<EditorProps>;
};

/** Lays Vim's keys over the editor and takes them off again. */
export function useVim({ asked, open, status, latest }: Options): void {
  // Monaco and its keys live outside React.
  useEffect(() => {
    if (!asked) return;
    let takeOff: (() => void) | undefined;
    let gone = false;
    const start = async () => {
      const [made, { layVimOver }] = await Promise.all([open(), import('./vim.ts')]);
      if (gone || !made) return;
      const escapeIsVims = made.editor.createContextKey('whetstoneVim', true);
      const dispose = layVimOver(made.editor, status.current, {
        save: () => latest.current.keys.save(),
        leave: () => latest.current.keys.leave(),
      });
      takeOff = () => {
        escapeIsVims.reset();
        dispose();
      };
    };
    // Without them the editor is one without Vim's keys.
    start().catch(() => undefined);
    return () => {
      gone = true;
      takeOff?.();
    };
  }, [asked, open, status, latest]);
}
