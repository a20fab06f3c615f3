'use client';

import type { Ref } from 'react';

type Props = {
  ref: Ref<HTMLTextAreaElement>;
  label: string;
  value: string;
  onChange: (source: string) => void;
  /** Somebody is about to write. */
  onTurnTo: () => void;
  onLeave: () => void;
};

/** Code in a plain field with numbered lines, each where Monaco will have it. */
export function CodeField({ ref, label, value, onChange, onTurnTo, onLeave }: Props) {
  const lines = value.split('\n');
  const numbers = lines.map((_, i) => i + 1).join('\n');
  return (
    <div className="code-field absolute inset-0 overflow-auto bg-surface font-mono text-[14px] leading-[20px]">
      <div className="flex min-h-full min-w-max py-3">
        <pre
          aria-hidden
          className="sticky left-0 w-[33px] shrink-0 select-none bg-surface pr-[8px] text-right text-ink-muted"
        >
          {numbers}
        </pre>
        <textarea
          ref={ref}
          aria-label={label}
          value={value}
          rows={lines.length}
          cols={Math.max(...lines.map((line) => line.length)) + 1}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onPointerEnter={onTurnTo}
          onFocus={onTurnTo}
          onChange={(event) => onChange(event.target.value)}
          onCompositionStart={({ currentTarget }) => {
            currentTarget.dataset['composing'] = '';
          }}
          onCompositionEnd={({ currentTarget }) => {
            delete currentTarget.dataset['composing'];
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) onLeave();
          }}
          className="grow resize-none overflow-hidden bg-transparent text-ink outline-none [font-variant-ligatures:none] [tab-size:2]"
        />
      </div>
    </div>
  );
}
