export const itemKinds = ['question', 'check', 'problem'] as const;
export type ItemKind = (typeof itemKinds)[number];
