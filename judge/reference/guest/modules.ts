import { type Module, SourceTextModule, SyntheticModule } from 'node:vm';
import { tf } from './tf.ts';

/** Links a package's modules in the main realm (tfjs tells typed arrays by instanceof) and evaluates the entry. */
export async function evaluate(
  modules: Record<string, string>,
  { entry, withTf }: { entry: string; withTf: boolean },
): Promise<Record<string, unknown>> {
  const linked = new Map<string, Module>();

  function load(path: string, from: string): Module {
    const known = linked.get(path);
    if (known) return known;
    const source = modules[path];
    if (source === undefined) throw new Error(`${from} imports ${path}, which the package does not have`);
    const module = new SourceTextModule(source, { identifier: path });
    linked.set(path, module);
    return module;
  }

  const root = load(entry, 'the engine');
  await root.link((specifier, from) => {
    if (specifier === '@tensorflow/tfjs' && withTf) return tfModule();
    if (!specifier.startsWith('.')) {
      throw new Error(
        `${from.identifier} imports ${specifier}; only files of the package and, in tf problems, tfjs can be imported`,
      );
    }
    return load(new URL(specifier, `file:///${from.identifier}`).pathname.slice(1), from.identifier);
  });
  await root.evaluate();
  return root.namespace as Record<string, unknown>;
}

function tfModule(): Module {
  const exports = Object.entries(tf);
  return new SyntheticModule(Object.keys(tf), function fill() {
    for (const [name, value] of exports) this.setExport(name, value);
  });
}
