/** The whole corpus takes minutes; `npm run test:hostile` and CI ask for it. */
const asked = process.env['WHETSTONE_HOSTILE'];
/** Each forgery alone against each shipped package: an hour, where a model is trained in every test. */
export const everyForgery = asked === 'forgeries';
export const wholeCorpus = asked === 'all' || everyForgery;
