// The build without WebAssembly, which the worker's policy refuses.
import { parse, type StaticImport } from 'es-module-lexer/js';

/** Makes a module's text loadable and says by which address: a `blob:` URL in a browser. */
export type Publish = (javascript: string) => string;

export type Modules = {
  /** JavaScript by path, entry `include/driver.ts`. */
  driver: Record<string, string>;
  /** Names that `@tensorflow/tfjs` exports, null where the problem has no tfjs. */
  tfNames: string[] | null;
};

const tfSpecifier = '@tensorflow/tfjs';
const driverEntry = 'include/driver.ts';

/** Where the module `@tensorflow/tfjs` finds what it exports. */
export const tfKey = 'whetstone: tfjs';

/** Something that cannot be imported was. */
export class CannotImport extends Error {
  readonly code = 'CANNOT_IMPORT';
  override name = 'ReferenceError';
}

/**
 * Publishes driver and solution, each import of theirs pointed at what the judge would give them: modules of the
 * package, the empty `./signature.ts`, tfjs. A module publishes after what it imports, since an address of a blob is
 * known only then. Throws {@link CannotImport}, and SyntaxError for what is not a module.
 */
export function openLinker({ driver, tfNames }: Modules, publish: Publish) {
  const published = new Map<string, string>();
  const publishOnce = (path: string, source: () => string): string => {
    const address = published.get(path) ?? publish(source());
    published.set(path, address);
    return address;
  };

  const builtIn = (specifier: string): string => {
    if (specifier === './signature.ts') return publishOnce('signature.ts', () => '');
    if (specifier === tfSpecifier && tfNames) return publishOnce(tfSpecifier, () => tfModule(tfNames));
    const known = tfNames ? `./signature.ts and ${tfSpecifier}` : './signature.ts';
    throw new CannotImport(`cannot import '${specifier}': only ${known} can be imported here`);
  };

  const linkDriver = (path: string, importers: string[]): string => {
    const source = Object.hasOwn(driver, path) ? driver[path] : undefined;
    if (source === undefined && path === 'include/signature.ts') return builtIn('./signature.ts');
    if (source === undefined) throw new CannotImport(`the package has no ${path}`);
    if (importers.includes(path)) throw new CannotImport(`${path} imports itself in a circle`);
    const addressOf = (specifier: string) =>
      specifier.startsWith('.')
        ? linkDriver(resolve(specifier, path), [...importers, path])
        : builtIn(specifier);
    return publishOnce(path, () => `${rewriteImports(source, addressOf)}\n//# sourceURL=${path}`);
  };

  return {
    driver: () => linkDriver(driverEntry, []),
    // The last sourceURL counts: a place in a stack is one in the solution, whatever it calls itself.
    solution: (javascript: string) =>
      publish(`${rewriteImports(javascript, builtIn)}\n//# sourceURL=solution.ts`),
  };
}

/** A module's source with each static import pointed at the address of its specifier. Dynamic ones stay as they are. */
export function rewriteImports(source: string, addressOf: (specifier: string) => string): string {
  const [imports] = parse(source);
  const isStatic = (found: (typeof imports)[number]): found is StaticImport =>
    found.type === 'static' || found.type === 'reexport-star';
  let rewritten = '';
  let done = 0;
  for (const { specifier, start, end } of imports.filter(isStatic)) {
    rewritten += source.slice(done, start) + addressOf(specifier);
    done = end;
  }
  return rewritten + source.slice(done);
}

function tfModule(names: string[]): string {
  const exported = names.map((name, i) => `const e${i} = tf['${name}'];\nexport { e${i} as ${name} };`);
  return [`const tf = globalThis['${tfKey}'];`, ...exported, 'export default tf;'].join('\n');
}

function resolve(specifier: string, importer: string): string {
  const base = new URL(importer, 'package:/');
  return new URL(specifier, base).pathname.replace(/^\//, '');
}
