'use client';

import { useState } from 'react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import type { Locale } from '#judge/verdict.ts';
import { shareSubmission } from '../../problems/[slug]/submission-client.ts';

/** Its owner decides whether the address is enough to read it; taken back where that did not arrive. */
export function ShareToggle({ locale, id, shared }: { locale: Locale; id: string; shared: boolean }) {
  const t = workspaceMessages[locale];
  const [on, setOn] = useState(shared);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');

  async function change(wanted: boolean) {
    // One after the other, so that the last answer is about what is shown. Not disabled meanwhile, which would take the focus.
    if (state === 'busy') return;
    setOn(wanted);
    setState('busy');
    const arrived = await shareSubmission(id, wanted);
    if (!arrived) setOn(!wanted);
    setState(arrived ? 'idle' : 'failed');
  }

  return (
    <div className="mt-4">
      <label className="flex items-center gap-2">
        <input type="checkbox" checked={on} onChange={(event) => void change(event.target.checked)} />
        {t.share}
      </label>
      <p role="alert" className="text-fail text-sm empty:hidden">
        {state === 'failed' ? t.shareFailed : null}
      </p>
    </div>
  );
}
