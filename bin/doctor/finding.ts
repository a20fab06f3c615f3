import { exitCodes } from '../failure.ts';

/** `note`: no trouble, but worth knowing. */
export type Finding = { name: string; state: 'good' | 'note' | 'bad'; text: string };

/** 1 where something is bad, for whatever watches a machine by it. */
export function exitCodeOf(findings: Finding[]): number {
  return findings.some(({ state }) => state === 'bad') ? exitCodes.no : exitCodes.yes;
}
