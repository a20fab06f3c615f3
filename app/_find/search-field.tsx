import { Search } from 'lucide-react';
import { Input } from '../_ui/field.tsx';

type Props = {
  id: string;
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
};

/** A field to search a list by; its name in a form is `q`. */
export function SearchField({ id, label, hint, value, onChange }: Props) {
  return (
    <>
      <label htmlFor={id} className="text-ink-muted text-sm">
        {label}
      </label>
      <span className="relative flex">
        <Search
          aria-hidden
          size={16}
          className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-muted"
        />
        <Input
          id={id}
          name="q"
          type="search"
          autoComplete="off"
          enterKeyHint="search"
          maxLength={200}
          value={value}
          placeholder={hint}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          className="grow pl-9"
        />
      </span>
    </>
  );
}
