import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { aptInstall, mayInstall } from '../bubblewrap.ts';
import { CommandFailure } from '../failure.ts';
import { step } from '../step.ts';

type SystemPackage = { name: string; isThere: () => boolean };

const sandboxPackages: SystemPackage[] = [
  { name: 'bubblewrap', isThere: () => works('bwrap', ['--version']) },
];
// Hosts of a test are network namespaces, which only root can make; it is skipped elsewhere.
const rootPackages: SystemPackage[] = [{ name: 'iproute2', isThere: () => works('ip', ['-V']) }];
const chromium = {
  name: 'chromium-headless-shell',
  isThere: () => ['chromium-headless-shell', 'chromium'].some((name) => existsSync(`/usr/bin/${name}`)),
};
// Chromium's software driver is a GPU for those who have none.
const vulkanPackages: SystemPackage[] = [chromium];
const browserPackages: SystemPackage[] = [
  chromium,
  // Without them Chinese is boxes on every screenshot.
  { name: 'fonts-noto-cjk', isThere: () => says('fc-list', [':lang=zh', 'family']) !== '' },
];

/** Sees to it that what the tests need of the system is there, or says what to install. */
export async function provision(
  needs: { sandbox: boolean; browser: boolean; vulkan: boolean },
  signal: AbortSignal,
): Promise<void> {
  const wanted = [
    ...(needs.sandbox ? sandboxPackages : []),
    ...(needs.sandbox && mayInstall() ? rootPackages : []),
    ...(needs.vulkan ? vulkanPackages : []),
    ...(needs.browser ? browserPackages : []),
  ];
  const missing = [...new Set(wanted.filter(({ isThere }) => !isThere()).map(({ name }) => name))];
  if (missing.length === 0) return;
  const command = `apt-get install ${missing.join(' ')}`;
  if (!mayInstall()) {
    throw new CommandFailure(
      `the tests need ${missing.join(' and ')}: as root, \`${command}\` (or what your system calls them), then again`,
    );
  }
  await step(command, () => aptInstall(missing, signal));
}

function works(command: string, args: string[]): boolean {
  return says(command, args) !== '';
}

function says(command: string, args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
