/** `note`: no trouble, but worth knowing. */
export type Finding = { name: string; state: 'good' | 'note' | 'bad'; text: string };
