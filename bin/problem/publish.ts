import type { Command } from 'commander';
import { publishOne } from '#judge/publish.ts';
import { type DataOption, withDataOption } from '../database.ts';
import { exitCodes } from '../failure.ts';
import { cacheFolder, withStations } from '../stations.ts';
import { withClient } from '../with-client.ts';
import { requirePackage } from './find-package.ts';
import { textOf } from './verify.ts';
import { holds, verifyFolder } from './verify-folder.ts';

/** `whetstone problem publish` */
export function register(problem: Command): void {
  withDataOption(problem.command('publish'))
    .description('verify a package and let the site show it, as a version that never changes')
    .argument('<package>', 'a folder, or the slug of a package under content/problems')
    .addHelpText('after', '\nExits with 1 where a rule is broken; then nothing is published.')
    .action(publish);
}

async function publish(asked: string, options: DataOption): Promise<void> {
  const folder = requirePackage(asked);
  const cacheDir = cacheFolder(options.data);
  const verified = await withStations({ warm: ['plain'], cacheDir }, (openStations) =>
    verifyFolder(folder, { openStations, mutate: false, pairs: 0, cacheDir }),
  );
  console.log(textOf(verified));
  if (!holds(verified)) {
    process.exitCode = exitCodes.no;
    return;
  }
  const { pkg, prepared } = verified;
  const { slug, version, outcome } = await withClient(options, (db) => publishOne(pkg, prepared, db));
  console.log(`${slug}: ${outcome}, ${version}`);
}
