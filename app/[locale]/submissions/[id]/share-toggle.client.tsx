'use client';

import { useState } from 'react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { openLine } from '#app/_ui/in-line.ts';
import type { Locale } from '#judge/verdict.ts';
import { shareSubmission } from '../../problems/[slug]/submission-client.ts';

/** Its owner decides whether the address is enough to read it; taken back where that did not arrive. */
export function ShareToggle({ locale, id, shared }: { locale: Locale; id: string; shared: boolean }) {
  const t = workspaceMessages[locale];
  const [on, setOn] = useState(shared);
  const [failed, setFailed] = useState(false);
  const [want] = useState(() => openLine((to: boolean) => shareSubmission(id, to)));

  async function change(to: boolean) {
    setOn(to);
    setFailed(false);
    const settled = await want(to, on);
    if (!settled) return;
    setOn(settled.known);
    setFailed(settled.failed);
  }

  return (
    <div className="mt-4">
      <label className="flex items-center gap-2">
        <input type="checkbox" checked={on} onChange={(event) => void change(event.target.checked)} />
        {t.share}
      </label>
      <p role="alert" className="text-fail text-sm empty:hidden">
        {failed ? t.shareFailed : null}
      </p>
    </div>
  );
}
