import { rejudgingMessages } from '#app/_messages/rejudgings.ts';
import { verdictMessages } from '#app/_messages/verdicts.ts';
import { describedBy, Field, Input, Select } from '#app/_ui/field.tsx';
import { useMoment } from '#app/_ui/use-moment.client.ts';
import { type Locale, verdictCodes } from '#judge/verdict.ts';
import type { ChoosableProblem } from './rejudging-client.ts';

type Props = {
  locale: Locale;
  problems: ChoosableProblem[];
  /** What the form opens with, and what is chosen now. */
  problem: string | undefined;
  chosen: string | undefined;
  userFault: string | undefined;
};

/** Problem, version, verdict, time, account: the fields that choose. */
export function ChoiceFields({ locale, problems, problem, chosen, userFault }: Props) {
  const t = rejudgingMessages[locale];
  const versions = problems.find(({ slug }) => slug === chosen)?.versions ?? [];
  return (
    <>
      <Field id="problem" label={t.problem}>
        <Select id="problem" name="problem" defaultValue={problem ?? ''}>
          <option value="">{t.anyProblem}</option>
          {problems.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name[locale]}
            </option>
          ))}
        </Select>
      </Field>
      {versions.length > 0 ? (
        <Field id="version" label={t.version}>
          {/* Another problem has other versions. */}
          <Select id="version" name="version" key={chosen}>
            <option value="">{t.anyVersion}</option>
            {versions.map((version) => (
              <VersionOption key={version.id} locale={locale} version={version} />
            ))}
          </Select>
        </Field>
      ) : null}
      <fieldset>
        <legend className="mb-1 font-semibold">{t.verdicts}</legend>
        <div className="grid grid-cols-1 gap-x-4 gap-y-1 min-[24rem]:grid-cols-2">
          {verdictCodes.map((code) => (
            <label key={code} className="flex items-center gap-2">
              <input type="checkbox" name="verdict" value={code} />
              {verdictMessages[locale].codes[code]}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">
        <Field id="since" label={t.since}>
          <Input id="since" name="since" type="datetime-local" />
        </Field>
        <Field id="until" label={t.until}>
          <Input id="until" name="until" type="datetime-local" />
        </Field>
      </div>
      <Field id="user" label={t.user} hint={t.userHint} error={userFault}>
        <Input
          id="user"
          name="user"
          maxLength={320}
          autoComplete="off"
          {...describedBy('user', { hint: true, error: userFault !== undefined })}
        />
      </Field>
    </>
  );
}

type Version = ChoosableProblem['versions'][number];

function VersionOption({ locale, version }: { locale: Locale; version: Version }) {
  const t = rejudgingMessages[locale];
  const { id, current, publishedAt } = version;
  const date = useMoment(locale, publishedAt);
  return (
    // As of a moment anywhere else.
    <option value={id} suppressHydrationWarning>
      {current ? t.currentVersion(date) : t.publishedOn(date, id.slice(7, 15))}
    </option>
  );
}
