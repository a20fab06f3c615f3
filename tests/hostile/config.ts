/** The whole corpus takes minutes; `npm run test:hostile` and CI ask for it. */
export const wholeCorpus = process.env['WHETSTONE_HOSTILE'] === 'all';
