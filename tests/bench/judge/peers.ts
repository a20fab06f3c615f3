/**
 * What two other judges do with a TypeScript submission, by their published recipes and without their sandboxes, which
 * favours them: `tsc`, then `node`, each started anew. Sources: engineer-man/piston, packages/typescript/5.0.3
 * (`tsc *.ts`, then `node`, on Node 18); judge0/judge0, db/languages (TypeScript 3.7.4, Node 12.14.0, both for each test case).
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '#judge/check.ts';
import type { GradableGroup } from '#judge/gradable-problem.ts';
import type { PlainData } from '#judge/plain-data.ts';
import type { Program } from './program.ts';
import { timed } from './statistics.ts';

export type Peer = {
  name: 'piston' | 'judge0';
  /** Compiles and runs the program on all tests at once: one `tsc`, one `node`. */
  judge(program: Program): Promise<PeerRun>;
};

/** Times in milliseconds; `answers` is what the program printed, `complaints` what the type checker did. */
export type PeerRun = { compileMs: number; runMs: number; answers: string; complaints: string };

/** Judges, and looks at what came of it. Throws where the program is wrong, or the compiler complains: no judge would accept that. */
export async function judgeRightly(
  peer: Peer,
  { program, groups }: { program: Program; groups: GradableGroup[] },
): Promise<PeerRun> {
  const run = await peer.judge(program);
  if (run.complaints !== '') throw new Error(`${peer.name} does not compile the program:\n${run.complaints}`);
  const answers = JSON.parse(run.answers) as unknown[];
  const wrong = groups
    .flatMap(({ tests, tolerance }) => tests.map(({ name, expected }) => ({ name, expected, tolerance })))
    .filter(({ expected, tolerance }, i) => !check(asPrinted(expected), answers[i], tolerance).accepted);
  if (wrong.length > 0) throw new Error(`${peer.name} answers wrongly: ${wrong.map(({ name }) => name)}`);
  return run;
}

/** As the program prints its answers: JSON, which has no typed arrays and no NaN. */
function asPrinted(expected: PlainData): PlainData {
  return JSON.parse(JSON.stringify(expected)) as PlainData;
}

// Without it `tsc` takes up all types that lie in any node_modules above, Whetstone's own too, and needs twice as long.
const ownTypesOnly = ['--typeRoots', 'none'];

// Without these no compiler of theirs accepts TensorFlow.js, whose declarations are newer; they take half the time off.
const forLibraries = ['--strictNullChecks', '--skipLibCheck'];

type Recipe = { name: Peer['name']; node: string; typescript: string; flags: string[] };

// Both compile to ES5 by default and refuse `Map`. TypeScript 3.7 knows no target es2022, and what it leaves for es2020
// (`?.` and `??`) Node 12 does not parse.
const recipes: Recipe[] = [
  {
    name: 'piston',
    node: '18.15.0',
    typescript: '5.0.3',
    flags: ['--target', 'es2022', '--module', 'commonjs', '--moduleResolution', 'node', ...ownTypesOnly],
  },
  {
    name: 'judge0',
    node: '12.14.0',
    typescript: '3.7.4',
    flags: ['--target', 'es2019', '--module', 'commonjs', ...ownTypesOnly],
  },
];

/** Installs what the recipes want under `folder`, where it is missing. */
export async function openPeers(folder: string): Promise<Peer[]> {
  const peers: Peer[] = [];
  for (const recipe of recipes) peers.push(await openPeer(recipe, join(folder, recipe.name)));
  return peers;
}

async function openPeer({ name, node, typescript, flags }: Recipe, home: string): Promise<Peer> {
  const packages = join(home, 'node_modules');
  const nodeProgram = join(packages, 'node/bin/node');
  const compiler = join(packages, 'typescript/bin/tsc');
  if (!existsSync(nodeProgram) || !existsSync(compiler)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{"private": true}\n');
    const nodePackage = `node@npm:node-${process.platform}-${process.arch}@${node}`;
    await run(
      'npm',
      [
        'install',
        '--no-audit',
        '--no-fund',
        nodePackage,
        `typescript@${typescript}`,
        '@tensorflow/tfjs@4.22.0',
      ],
      {
        cwd: home,
      },
    );
  }
  const work = join(home, 'work');
  mkdirSync(work, { recursive: true });
  return {
    name,
    async judge({ files, input }) {
      for (const [file, text] of Object.entries(files)) writeFileSync(join(work, file), text);
      const sources = Object.keys(files);
      const more = Object.values(files).some((text) => text.includes("'@tensorflow/")) ? forLibraries : [];
      const args = [compiler, ...flags, ...more, ...sources];
      const compiled = await timed(() => run(nodeProgram, args, { cwd: work }));
      const ran = await timed(() => run(nodeProgram, ['main.js'], { cwd: work, input }));
      if (ran.result.code !== 0) throw new Error(`${name} does not run the program:\n${ran.result.said}`);
      return {
        compileMs: compiled.ms,
        runMs: ran.ms,
        answers: ran.result.output,
        complaints: compiled.result.output.trim(),
      };
    },
  };
}

type Ran = { code: number | null; output: string; said: string };

function run(command: string, args: string[], options: { cwd: string; input?: string }): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: options.cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output, said }));
    child.stdin.on('error', () => undefined).end(options.input ?? '');
  });
}
