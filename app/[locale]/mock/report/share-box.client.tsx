'use client';

import { Copy, Link2, Link2Off } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { mockMessages } from '#app/_messages/mock.ts';
import { Button } from '#app/_ui/button.tsx';
import { Input } from '#app/_ui/field.tsx';
import type { Locale } from '#judge/verdict.ts';
import { shareMock } from '../mock-client.ts';

type Props = { locale: Locale; id: string; sharedAs: string | null };

/** Its owner decides whether there is an address by which others may read the report. */
export function ShareBox({ locale, id, sharedAs }: Props) {
  const t = mockMessages[locale];
  const [key, setKey] = useState(sharedAs);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  // The server doesn't know by which name this browser reached it.
  const origin = useSyncExternalStore(
    () => () => undefined,
    () => window.location.origin,
    () => '',
  );
  const address = `${origin}/${locale}/mock/shared/${key}`;

  async function change(shared: boolean) {
    setBusy(true);
    const reply = await shareMock(id, shared);
    setBusy(false);
    setSaid(reply.kind === 'done' ? '' : t.shareFailed);
    if (reply.kind === 'done') setKey(reply.value.sharedAs);
  }
  async function copy() {
    try {
      await navigator.clipboard.writeText(address);
      setSaid(t.copied);
    } catch {
      // Refused, or a page that came without https: the address can be taken from the field.
      document.getElementById('shared-address')?.focus();
    }
  }
  return (
    <section aria-labelledby="share" className="needs-script flex flex-col gap-3">
      <h2 id="share" className="text-xl">
        {t.share}
      </h2>
      <p className="text-ink-muted">{t.shareText}</p>
      {key === null ? (
        <Button className="self-start" disabled={busy} onClick={() => void change(true)}>
          <Link2 aria-hidden size={16} />
          {t.shareOn}
        </Button>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Input
            id="shared-address"
            aria-label={t.shareLink}
            readOnly
            value={address}
            onFocus={({ currentTarget }) => currentTarget.select()}
            className="w-full grow font-mono text-sm sm:w-auto"
          />
          <Button onClick={() => void copy()}>
            <Copy aria-hidden size={16} />
            {t.copy}
          </Button>
          <Button disabled={busy} onClick={() => void change(false)}>
            <Link2Off aria-hidden size={16} />
            {t.shareOff}
          </Button>
        </div>
      )}
      <p role="status" className="text-ink-muted text-sm empty:hidden">
        {said}
      </p>
    </section>
  );
}
