'use client';

import { useState } from 'react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import type { Locale } from '#judge/verdict.ts';

/** Its owner decides whether the address is enough to read it. */
export function ShareToggle({ locale, id, shared }: { locale: Locale; id: string; shared: boolean }) {
  const t = workspaceMessages[locale];
  const [on, setOn] = useState(shared);

  async function change(wanted: boolean) {
    setOn(wanted);
    const response = await fetch(`/api/v1/submissions/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ shared: wanted }),
    });
    if (!response.ok) setOn(!wanted);
  }

  return (
    <label className="mt-4 flex items-center gap-2">
      <input type="checkbox" checked={on} onChange={(event) => void change(event.target.checked)} />
      {t.share}
    </label>
  );
}
