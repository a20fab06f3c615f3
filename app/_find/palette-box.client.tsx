'use client';

import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useId, useMemo, useState, useSyncExternalStore } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { findMessages } from '../_messages/find.ts';
import { readTeaching, watchTeaching } from '../_session/teaching.ts';
import { Kbd } from '../_ui/kbd.tsx';
import { OptionList } from './option-list.tsx';
import { type Option, optionsFor } from './options.ts';
import { useFind } from './use-find.ts';
import { isCommandK } from './use-global-keys.ts';
import { useGo } from './use-go.ts';

type Props = {
  locale: Locale;
  field: RefObject<HTMLInputElement | null>;
  onClose: () => void;
  onKeys: () => void;
};

/** A combobox whose listbox is always open (WAI-ARIA 1.2): the focus stays in the field, the arrow keys choose. */
export function PaletteBox({ locale, field, onClose, onKeys }: Props) {
  const t = findMessages[locale];
  const id = useId();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const teaches = useSyncExternalStore(watchTeaching, readTeaching, () => false);
  const { find, failed } = useFind(locale, true);
  const groups = useMemo(() => optionsFor(locale, query, { find, teaches }), [locale, query, find, teaches]);
  const options = groups.flatMap((group) => group.options);
  // What is found may become less while it loads or is typed.
  const active = options[Math.min(chosen, options.length - 1)];
  const go = useGo({ locale, onKeys });
  const run = (option: Option) => {
    onClose();
    go(option.leads);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // While Chinese is being composed, Enter and the arrows belong to the input method.
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && options.length > 0) {
      event.preventDefault();
      const from = Math.min(chosen, options.length - 1);
      setChosen((from + step + options.length) % options.length);
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      run(active);
    } else if (isCommandK(event)) {
      event.preventDefault();
      onClose();
    }
  };
  const words = query.trim();
  const waiting = words !== '' && find === undefined && !failed;
  const meant = options[0]?.meant ?? null;
  const instead = meant === null ? '' : t.instead(words, meant);
  const nothing = words !== '' && options.length === 0 && !waiting;
  return (
    <>
      <div className="flex items-center gap-3 border-line border-b pr-2 pl-4">
        <Search aria-hidden size={18} className="shrink-0 text-ink-muted" />
        <input
          ref={field}
          role="combobox"
          aria-label={t.title}
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={active ? `${id}-${active.id}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={200}
          placeholder={t.hint}
          value={query}
          onChange={({ currentTarget }) => {
            setQuery(currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
          className="h-13 min-w-0 grow bg-transparent text-lg outline-none"
        />
        <button
          type="button"
          aria-label={t.close}
          onClick={onClose}
          className="grid size-9 shrink-0 place-items-center rounded text-ink-muted hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden size={18} />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to scroll by keys too */}
      <div tabIndex={0} className="grow overflow-y-auto overscroll-contain p-2">
        {waiting ? <p className="px-3 py-2 text-ink-muted">{t.loading}</p> : null}
        {failed ? <p className="px-3 py-2 text-ink-muted">{t.failed}</p> : null}
        {nothing ? (
          <div className="px-3 py-8 text-center">
            <p className="font-semibold">{t.nothing(words)}</p>
            <p className="text-ink-muted">{t.nothingText}</p>
          </div>
        ) : null}
        <p className="px-3 py-2 text-ink-muted empty:hidden">{instead}</p>
        {options.length > 0 ? (
          <OptionList
            id={id}
            label={t.results}
            names={t.groups}
            groups={groups}
            active={active?.id}
            onPoint={(option) => setChosen(options.indexOf(option))}
            onRun={run}
          />
        ) : null}
      </div>
      <p aria-live="polite" className="sr-only">
        {words === '' || waiting
          ? ''
          : options.length === 0
            ? t.nothing(words)
            : `${instead} ${t.count(options.length)}`.trim()}
      </p>
      <p
        aria-hidden
        className="hidden items-center gap-4 border-line border-t px-4 py-2 text-ink-muted text-sm sm:flex"
      >
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t.footer.choose}
        </span>
        <span>
          <Kbd>Enter</Kbd> {t.footer.go}
        </span>
        <span>
          <Kbd>Esc</Kbd> {t.footer.close}
        </span>
      </p>
    </>
  );
}
