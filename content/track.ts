/** A track as typed values: `content/tracks/<slug>.yaml`, questions and problems in an order that makes sense. */
import type { Localized } from './problem.ts';

/** What to do, or with `practice` to repeat what is due. */
export type TrackTask = { kind: 'question' | 'problem'; slug: string } | { kind: 'practice' };

export type TrackStep = TrackTask & {
  /** From 1. */
  day: number;
  /** Why this, and why now; a sentence or two. */
  why: Localized;
};

export type Track = { slug: string; name: Localized; lead: Localized; days: number; steps: TrackStep[] };
