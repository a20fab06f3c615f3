import { workspaceMessages } from '#app/_messages/workspace.ts';
import { describeExpected } from '#judge/describe.ts';
import type { Locale, WrongElement } from '#judge/verdict.ts';

/** The elements that are furthest off. */
export function Differences({ locale, worst }: { locale: Locale; worst: WrongElement[] }) {
  const t = workspaceMessages[locale];
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left font-mono text-sm tabular-nums">
        <thead className="font-sans text-ink-muted">
          <tr>
            {[t.index, t.expected, t.yours, t.difference].map((heading) => (
              <th key={heading} scope="col" className="whitespace-nowrap py-1 pr-4 font-normal">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {worst.map((element) => (
            <tr key={element.index.join()} className="border-line border-t">
              <td className="py-1 pr-4">
                {element.index.length === 0 ? '—' : `[${element.index.join(', ')}]`}
              </td>
              <td className="py-1 pr-4">{describeExpected(element, locale)}</td>
              <td className="py-1 pr-4 text-fail">{element.actual}</td>
              <td className="py-1 pr-4">{element.difference}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
