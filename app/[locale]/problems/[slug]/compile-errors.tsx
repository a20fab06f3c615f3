import { workspaceMessages } from '#app/_messages/workspace.ts';
import { describeDiagnostic } from '#judge/describe.ts';
import type { CompileDiagnostic, Locale } from '#judge/verdict.ts';

type Props = {
  locale: Locale;
  errors: CompileDiagnostic[];
  /** Goes to the place in the editor, where there is one. */
  onReveal?: ((line: number, column: number) => void) | undefined;
};

/** What the type checker says, each with its place. */
export function CompileErrors({ locale, errors, onReveal }: Props) {
  const t = workspaceMessages[locale];
  return (
    <section aria-label={t.compileErrors}>
      <h3 className="mb-2 font-semibold">{t.compileErrors}</h3>
      <ul className="divide-y divide-line overflow-hidden rounded border border-line">
        {errors.map((error) => {
          const { line, column, code } = error;
          const message = describeDiagnostic(error, locale);
          return (
            <li key={`${line}:${column}:${code}:${message}`} className="flex items-start gap-3 px-3 py-2">
              {onReveal ? (
                <button
                  type="button"
                  onClick={() => onReveal(line, column)}
                  className="shrink-0 text-accent underline underline-offset-3 hover:text-accent-strong"
                >
                  {t.line(line)}
                </button>
              ) : (
                <span className="shrink-0 text-ink-muted">{t.line(line)}</span>
              )}
              <p className="min-w-0 whitespace-pre-wrap break-words">
                {message} <span className="font-mono text-ink-muted text-sm">{code}</span>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
