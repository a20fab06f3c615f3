import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Limits, Localized, Runtime } from '#content/problem.ts';
import { CommandFailure } from '../failure.ts';
import { contentFolder } from './find-package.ts';

/** What a new package says of itself; what is left out stays as in the example. */
export type Described = {
  uuid?: string;
  name?: Partial<Localized>;
  difficulty?: string;
  topics?: string[];
  source?: string | null;
  license?: string;
  credits?: string[];
  limits?: Partial<Limits>;
};

const examples = join(contentFolder, 'new-problem');

/** Writes a package that is an example, with its own uuid and description; all of it is there to be changed. */
export async function writeScaffold(
  folder: string,
  { runtime, described }: { runtime: Runtime; described: Described },
): Promise<void> {
  if (existsSync(folder)) throw new CommandFailure(`${folder} is there already`);
  await mkdir(dirname(folder), { recursive: true });
  try {
    for (const part of ['common', runtime]) await cp(join(examples, part), folder, { recursive: true });
    const file = join(folder, 'problem.yaml');
    await writeFile(file, describe(await readFile(file, 'utf8'), described));
  } catch (error) {
    // Half a package would stop all of the content from being read.
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

const limitKeys = {
  timeMs: 'time_ms',
  wallMs: 'wall_ms',
  memoryMiB: 'memory_mib',
  outputKiB: 'output_kib',
  codeKiB: 'code_kib',
} as const satisfies Record<keyof Limits, string>;

function describe(
  text: string,
  { uuid = randomUUID(), name = {}, limits = {}, ...others }: Described,
): string {
  const document = parseDocument(text);
  const set = (path: string[], value: unknown) => {
    if (value !== undefined) document.setIn(path, document.createNode(value, { flow: true }));
  };
  set(['uuid'], uuid);
  for (const [locale, said] of Object.entries(name)) set(['name', locale], said);
  for (const [key, value] of Object.entries(others)) set([key], value);
  for (const [key, value] of Object.entries(limits)) set(['limits', limitKeys[key as keyof Limits]], value);
  return document.toString({ lineWidth: 0 });
}
