'use client';

import { ChevronRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { practiceMessages } from '#app/_messages/practice.ts';
import type { PracticeSettings } from '#app/_practice/plan.ts';
import { ensureSignedIn } from '#app/_session/auth-client.ts';
import { Button } from '#app/_ui/button.tsx';
import { describedBy, Field, Input } from '#app/_ui/field.tsx';
import type { Locale } from '#judge/verdict.ts';
import { type Fault, readSettings } from './read-settings.ts';

type Props = {
  locale: Locale;
  settings: PracticeSettings;
  /** False for what everybody begins with: then the time zone is this device's. */
  chosen: boolean;
};

/** Limits, time zone and interview, folded until somebody wants them. */
export function SettingsForm({ locale, settings, chosen }: Props) {
  const t = practiceMessages[locale];
  const router = useRouter();
  const own = useSyncExternalStore(
    () => () => undefined,
    deviceZone,
    () => '',
  );
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const zone = typed ?? (chosen ? settings.timeZone : own || settings.timeZone);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [told, setTold] = useState('');
  const faultOf = (fault: Fault) => (faults.includes(fault) ? t.faults[fault] : undefined);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const read = readSettings(new FormData(event.currentTarget));
    setFaults(read.faults);
    setTold('');
    if (read.faults.length > 0) return;
    setTold((await send(read.settings)) ? t.saved : t.faults.failed);
    router.refresh();
  }

  return (
    <details className="group/settings rounded border border-line bg-surface">
      <summary className="flex list-none items-center gap-2 px-4 py-3 font-semibold hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          size={18}
          className="shrink-0 text-ink-muted group-open/settings:rotate-90"
        />
        {t.settings}
      </summary>
      <form onSubmit={save} noValidate className="grid gap-5 px-4 pt-2 pb-5 sm:grid-cols-2">
        <Field id="new-per-day" label={t.newPerDay} error={faultOf('newPerDay')}>
          <Input
            id="new-per-day"
            name="newPerDay"
            inputMode="numeric"
            defaultValue={settings.newPerDay}
            {...describedBy('new-per-day', { error: faults.includes('newPerDay') })}
          />
        </Field>
        <Field id="reviews-per-day" label={t.reviewsPerDay} error={faultOf('reviewsPerDay')}>
          <Input
            id="reviews-per-day"
            name="reviewsPerDay"
            inputMode="numeric"
            defaultValue={settings.reviewsPerDay}
            {...describedBy('reviews-per-day', { error: faults.includes('reviewsPerDay') })}
          />
        </Field>
        <div className="flex flex-col items-start gap-2">
          <div className="w-full">
            <Field id="time-zone" label={t.timeZone} hint={t.timeZoneHint} error={faultOf('timeZone')}>
              <Input
                id="time-zone"
                name="timeZone"
                list="time-zones"
                autoComplete="off"
                spellCheck={false}
                value={zone}
                onChange={({ currentTarget }) => setTyped(currentTarget.value)}
                {...describedBy('time-zone', { hint: true, error: faults.includes('timeZone') })}
              />
            </Field>
          </div>
          <datalist id="time-zones">
            {own === '' ? null : zones().map((name) => <option key={name} value={name} />)}
          </datalist>
          {own !== '' && own !== zone ? (
            <Button size="small" look="plain" onClick={() => setTyped(own)} className="-ml-2.5 text-left">
              {t.thisZone(own)}
            </Button>
          ) : null}
        </div>
        <Field id="interview-on" label={t.interviewOn} hint={t.interviewHint} error={faultOf('interviewOn')}>
          <Input
            id="interview-on"
            name="interviewOn"
            type="date"
            defaultValue={settings.interviewOn ?? ''}
            {...describedBy('interview-on', { hint: true, error: faults.includes('interviewOn') })}
          />
        </Field>
        <div className="flex items-center gap-4 sm:col-span-2">
          <Button type="submit">{t.save}</Button>
          <p aria-live="polite" className="text-ink-muted">
            {told}
          </p>
        </div>
      </form>
    </details>
  );
}

async function send(settings: PracticeSettings): Promise<boolean> {
  try {
    await ensureSignedIn();
    const response = await fetch('/api/v1/practice/settings', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(settings),
    });
    return response.ok;
  } catch {
    return false;
  }
}

function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

let allZones: string[] | undefined;

function zones(): string[] {
  allZones ??= Intl.supportedValuesOf('timeZone');
  return allZones;
}
