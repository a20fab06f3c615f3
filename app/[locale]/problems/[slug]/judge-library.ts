// The whole of a year would bring along what the isolate lacks: WeakRef and shared memory.
const parts = {
  es2015: 'core collection generator iterable promise proxy reflect symbol symbol.wellknown',
  es2016: 'array.include intl',
  es2017: 'arraybuffer date intl object string typedarrays',
  es2018: 'asyncgenerator asynciterable intl promise regexp',
  es2019: 'array intl object string symbol',
  es2020: 'bigint date intl number promise string symbol.wellknown',
  es2021: 'intl promise string',
  es2022: 'array error intl object regexp string',
  es2023: 'array collection intl',
  es2024: 'arraybuffer collection object promise regexp string',
  esnext: 'array collection disposable error float16 intl iterator promise',
};

/** The language's library as the judge has it (judge/compile), by the names under which Monaco keeps its files. */
export const judgeLibrary: string[] = [
  'lib.es5.d.ts',
  ...Object.entries(parts).flatMap(([year, names]) =>
    names.split(' ').map((name) => `lib.${year}.${name}.d.ts`),
  ),
];
