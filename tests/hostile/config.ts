/** The whole corpus takes minutes; `npm run test:hostile` asks for it. */
export const wholeCorpus = process.env['WHETSTONE_HOSTILE'] === 'all';
