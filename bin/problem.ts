import type { Command } from 'commander';
import { register as registerExport } from './problem/export.ts';
import { register as registerImport } from './problem/import.ts';
import { register as registerNew } from './problem/new.ts';
import { register as registerPublish } from './problem/publish.ts';
import { register as registerVerify } from './problem/verify.ts';

/** `whetstone problem`: for who writes problems. */
export function register(program: Command): void {
  const problem = program
    .command('problem')
    .description('for authors: begin, check, publish, pack and unpack a problem package');
  registerNew(problem);
  registerVerify(problem);
  registerPublish(problem);
  registerExport(problem);
  registerImport(problem);
}
