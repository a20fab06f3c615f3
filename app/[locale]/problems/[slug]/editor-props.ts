import type { RefObject } from 'react';
import type { PublicProblem } from '#content/public-problem.ts';
import type { CompileDiagnostic, Locale } from '#judge/verdict.ts';
import type { Compiled } from './compile-in-browser.ts';

export type EditorHandle = {
  get(): string;
  /** Replaces the text as one step of the editor's own history. */
  set(source: string): void;
  mark(diagnostics: CompileDiagnostic[]): void;
  reveal(line: number, column: number): void;
  compile(): Promise<Compiled>;
};

export type EditorProps = {
  locale: Locale;
  initial: string;
  problem: PublicProblem;
  vim: boolean;
  onChange: (source: string) => void;
  onReady: () => void;
  keys: { run(): void; submit(): void; save(): void; leave(): void };
  handle: RefObject<EditorHandle | null>;
};
