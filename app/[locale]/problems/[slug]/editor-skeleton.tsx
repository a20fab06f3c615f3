import { workspaceMessages } from '#app/_messages/workspace.ts';
import { Skeleton } from '#app/_ui/skeleton.tsx';
import type { Locale } from '#judge/verdict.ts';

const lines = ['w-1/2', 'w-0', 'w-3/5', 'ml-4 w-1/3', 'ml-4 w-2/5', 'ml-8 w-1/2', 'ml-4 w-1/5', 'w-6'];

/** Lines of code to be, while the editor loads. */
export function EditorSkeleton({ locale }: { locale: Locale }) {
  return (
    <div role="status" className="flex h-full flex-col gap-2 bg-surface p-4 pl-12">
      <span className="sr-only">{workspaceMessages[locale].editorLoading}</span>
      {lines.map((look) => (
        <Skeleton key={look} className={`h-3 ${look}`} />
      ))}
    </div>
  );
}
