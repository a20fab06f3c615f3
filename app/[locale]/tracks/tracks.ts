import { join } from 'node:path';
import { cache } from 'react';
import { readTracks } from '#content/read-tracks.ts';
import type { Track } from '#content/track.ts';
import { getProblemNames } from '../problem-names.ts';
import { getQuestions } from '../questions/questions.ts';

/** All tracks, the longest first. For pages that are built ahead. */
export const getTracks = cache(async (): Promise<Track[]> => {
  const [questions, problems] = await Promise.all([getQuestions(), getProblemNames()]);
  const slugs = (all: readonly { slug: string }[]) => new Set(all.map(({ slug }) => slug));
  const linkable = { questions: slugs(questions), problems: slugs(problems) };
  return readTracks(join(process.cwd(), 'content'), linkable);
});
