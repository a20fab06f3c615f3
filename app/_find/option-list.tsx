import { ArrowRight, Code, type LucideIcon, MessageCircleQuestion, Network, Route, Zap } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { classes } from '../_ui/classes.ts';
import { Marked } from './marked.tsx';
import type { Option, OptionGroup } from './options.ts';

const icons: Record<OptionGroup['kind'], LucideIcon> = {
  page: ArrowRight,
  action: Zap,
  question: MessageCircleQuestion,
  problem: Code,
  topic: Network,
  track: Route,
};

type Props = {
  id: string;
  label: string;
  names: Record<OptionGroup['kind'], string>;
  groups: readonly OptionGroup[];
  active: string | undefined;
  onPoint: (option: Option) => void;
  onRun: (option: Option) => void;
};

export function OptionList({ id, label, names, groups, active, onPoint, onRun }: Props) {
  const list = useRef<HTMLDivElement>(null);
  // The focus stays in the field, so the browser doesn't scroll to what the arrow keys chose.
  useEffect(() => {
    if (active === undefined) return;
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className="flex flex-col gap-2">
      {groups.map(({ kind, options }) => (
        // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role, as in WAI-ARIA 1.2
        <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
          <p id={`${id}-${kind}`} className="px-3 py-1 font-semibold text-ink-muted text-sm">
            {names[kind]}
          </p>
          {options.map((option) => (
            <Line
              key={option.id}
              id={`${id}-${option.id}`}
              icon={icons[kind]}
              option={option}
              on={option.id === active}
              onPoint={() => onPoint(option)}
              onRun={() => onRun(option)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type LineProps = {
  id: string;
  icon: LucideIcon;
  option: Option;
  on: boolean;
  onPoint: () => void;
  onRun: () => void;
};

function Line({ id, icon: Icon, option, on, onPoint, onRun }: LineProps) {
  const { title, detail, terms } = option;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and its keys run what is chosen
    // biome-ignore lint/a11y/useFocusableInteractive: as above; the field names the active option
    <div
      id={id}
      role="option"
      aria-selected={on}
      onPointerMove={on ? undefined : onPoint}
      onClick={onRun}
      className={classes(
        'flex cursor-pointer scroll-my-8 items-start gap-3 rounded px-3 py-2',
        on && 'bg-accent-soft',
      )}
    >
      <Icon aria-hidden size={16} className="mt-1 shrink-0 text-ink-muted" />
      <span className="flex min-w-0 flex-col">
        <span>
          <Marked text={title} terms={terms} />
        </span>
        {detail === null ? null : (
          <span className="line-clamp-2 text-ink-muted text-sm">
            <Marked text={detail} terms={terms} />
          </span>
        )}
      </span>
    </div>
  );
}
