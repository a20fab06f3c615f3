import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ContentError, type ContentIssue } from './content-error.ts';
import type { Linkable } from './linkable.ts';
import { text } from './text.ts';
import type { Track, TrackStep } from './track.ts';
import { parseYaml, yamlLines } from './yaml-file.ts';

const localized = z.strictObject({ en: text, zh: text });
const shared = { day: z.int().positive(), why: localized };
const trackFile = z.strictObject({
  name: localized,
  lead: localized,
  steps: z
    .array(
      z.union([
        z.strictObject({ ...shared, question: text }),
        z.strictObject({ ...shared, problem: text }),
        z.strictObject({ ...shared, practice: z.literal(true) }),
      ]),
    )
    .min(1, 'expected steps'),
});
type StepFile = z.infer<typeof trackFile>['steps'][number];

/** Reads all tracks, the longest first. Throws {@link ContentError} with everything that is wrong with any of them. */
export async function readTracks(contentFolder: string, linkable: Linkable): Promise<Track[]> {
  const issues: ContentIssue[] = [];
  const tracks: Track[] = [];
  const names = (await readdir(join(contentFolder, 'tracks'))).sort();
  for (const name of names) {
    const file = `tracks/${name}`;
    const [, slug] = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/.exec(name) ?? [];
    if (slug === undefined) {
      issues.push({ file, line: null, message: 'expected lower-case words joined by hyphens, and .yaml' });
      continue;
    }
    const source = await readFile(join(contentFolder, file), 'utf8');
    const read = parseYaml({ file, text: source }, trackFile, issues);
    if (!read) continue;
    const steps = read.steps.map(toStep);
    const lineOf = yamlLines({ text: source });
    for (const { index, message } of faults(steps, linkable))
      issues.push({ file, line: lineOf(['steps', index]), message: `steps.${index}: ${message}` });
    tracks.push({ slug, name: read.name, lead: read.lead, days: steps.at(-1)?.day ?? 0, steps });
  }
  if (issues.length > 0) throw new ContentError(issues);
  return tracks.sort((a, b) => b.days - a.days);
}

function toStep(step: StepFile): TrackStep {
  const { day, why } = step;
  if ('question' in step) return { kind: 'question', slug: step.question, day, why };
  if ('problem' in step) return { kind: 'problem', slug: step.problem, day, why };
  return { kind: 'practice', day, why };
}

function faults(steps: readonly TrackStep[], linkable: Linkable): { index: number; message: string }[] {
  return steps.flatMap((step, index) => {
    const messages: string[] = [];
    const before = steps[index - 1]?.day ?? 0;
    if (step.day < before || step.day > before + 1)
      messages.push(`day ${step.day} comes after day ${before}: days go on one by one, from 1`);
    if (step.kind === 'practice') return messages.map((message) => ({ index, message }));
    const { kind, slug } = step;
    if (!linkable[`${kind}s`].has(slug)) messages.push(`there is no ${kind} ${slug}`);
    const first = steps.findIndex((other) => other.kind === kind && other.slug === slug);
    if (first < index) messages.push(`${kind} ${slug} is already step ${first}`);
    return messages.map((message) => ({ index, message }));
  });
}
