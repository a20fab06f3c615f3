/**
 * What a backend needs of this machine: found before its process is started, for the process itself can look nowhere.
 * docs/gpu.md says what of it has been tried.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BackendName } from '../../backend.ts';
import type { Confinement } from '../../confine.ts';

/** How the process on a backend is confined; what it may use beyond the processor is in here and nowhere else. */
export type Place = Pick<Confinement, 'profile' | 'readable' | 'libraries' | 'devices' | 'environment'> & {
  permissions: NonNullable<Confinement['permissions']>;
  residentMiB: number;
  /** Processes and threads. */
  processes: number;
};

/** Where the backend can be tried, or what this machine lacks for it. */
export type Found = { place: Place } | { lacking: string };

const processor: Place = {
  profile: 'engine',
  readable: [],
  permissions: [],
  residentMiB: 3072,
  processes: 64,
};

/** Where set-up puts `@tensorflow/tfjs-node-gpu`: apart from our own packages, which its failure must not touch. */
export const tensorflowFolder = fileURLToPath(new URL('../../../.toolchain/tensorflow', import.meta.url));

export function findPlace(backend: BackendName): Found {
  switch (backend) {
    case 'tensorflow':
      return findTensorflow();
    case 'webgpu':
      return findGpu();
    case 'webgpu-software':
      return findSoftware();
    case 'wasm':
    case 'cpu':
      return { place: processor };
  }
}

const packages = createRequire(import.meta.url);

// Drivers start threads by the core, compile shaders and map what the device has.
const driven = {
  profile: 'engine-gpu',
  permissions: ['addons'],
  residentMiB: 6144,
  processes: 512,
} as const satisfies Partial<Place>;

/** Dawn as the package `webgpu` brings it; what is beside the binary there is not needed. */
const dawn = join(
  dirname(packages.resolve('webgpu')),
  'dist',
  `${process.platform}-${process.arch}`,
  'dawn.node',
);

function findSoftware(): Found {
  const icd = softwareDrivers.find((path) => existsSync(path));
  if (icd === undefined)
    return {
      lacking: `there is no ${softwareDrivers.join(' or ')} (Debian: apt-get install chromium-common)`,
    };
  const folder = dirname(icd);
  const library = resolve(folder, libraryOf(icd));
  const loader = [join(folder, 'libvulkan.so.1'), ...loaders].find((path) => existsSync(path));
  if (loader === undefined) return { lacking: 'there is no libvulkan.so.1' };
  return {
    place: {
      ...driven,
      permissions: [...driven.permissions],
      readable: [icd],
      libraries: [dawn, library, loader],
      environment: { ...environmentFor(icd), LD_LIBRARY_PATH: dirname(loader) },
    },
  };
}

function environmentFor(...icds: string[]): Record<string, string> {
  const drivers = icds.join(':');
  return { WHETSTONE_DAWN: dawn, VK_ICD_FILENAMES: drivers, VK_DRIVER_FILES: drivers };
}

/** SwiftShader, as Chromium brings it. */
const softwareDrivers = [
  '/usr/lib/chromium/vk_swiftshader_icd.json',
  '/usr/lib/chromium-browser/vk_swiftshader_icd.json',
];

const libraryFolders = [
  '/usr/lib',
  '/lib',
  '/usr/lib64',
  '/lib64',
  '/usr/local/lib',
  '/usr/local/cuda',
  '/usr/local/nvidia',
  '/opt/rocm',
];
const loaders = ['x86_64-linux-gnu/', 'aarch64-linux-gnu/', ''].flatMap((place) =>
  libraryFolders.map((folder) => `${folder}/${place}libvulkan.so.1`),
);

function libraryOf(icd: string): string {
  const read = JSON.parse(readFileSync(icd, 'utf8')) as { ICD?: { library_path?: string } };
  return read.ICD?.library_path ?? '';
}

function findGpu(): Found {
  const devices = gpuDevices();
  if (devices.length === 0) return { lacking: 'there is no GPU: neither /dev/dri/renderD* nor /dev/nvidia*' };
  const icds = driverFolders
    .flatMap((folder) => list(folder, /\.json$/))
    .filter((path) => !/lvp|swiftshader/.test(path));
  if (icds.length === 0)
    return { lacking: `there is a GPU, but no Vulkan driver in ${driverFolders.join(', ')}` };
  if (!loaders.some((path) => existsSync(path)))
    return { lacking: 'there is no libvulkan.so.1 (Debian: apt-get install libvulkan1)' };
  return {
    place: {
      ...driven,
      permissions: [...driven.permissions],
      readable: [...icds, ...driverFiles()],
      libraries: [dawn],
      devices,
      environment: environmentFor(...icds),
    },
  };
}

const driverFolders = [
  '/usr/share/vulkan/icd.d',
  '/etc/vulkan/icd.d',
  '/usr/local/nvidia/share/vulkan/icd.d',
];

// A driver loads others by name while it runs, which no list of a library's own tells: so the folders of libraries, what
// is said of the devices, and nothing that anybody has written.
function driverFiles(): string[] {
  return [
    ...libraryFolders,
    '/etc/ld.so.cache',
    '/usr/share/nvidia',
    '/usr/share/drirc.d',
    '/usr/share/libdrm',
    '/sys/dev/char',
    '/sys/devices',
    '/proc/driver/nvidia',
  ].filter((path) => existsSync(path));
}

function gpuDevices(): string[] {
  return [...list('/dev/dri', /^renderD\d+$/), ...list('/dev', /^nvidia(\d+|ctl|-uvm|-modeset)$/)];
}

const nvidiaDevices = () => list('/dev', /^nvidia(\d+|ctl|-uvm)$/);

export function hasNvidiaGpu(): boolean {
  return nvidiaDevices().some((path) => /\d$/.test(path));
}

function findTensorflow(): Found {
  if (!hasNvidiaGpu()) return { lacking: 'there is no NVIDIA GPU: no /dev/nvidia0' };
  const devices = nvidiaDevices();
  if (existsSync(join(tensorflowFolder, 'failed.txt')))
    return { lacking: `its installation failed; to try again, remove ${tensorflowFolder}` };
  if (existsSync(join(tensorflowFolder, 'installing')))
    return { lacking: 'its installation was stopped half-way; `whetstone start` begins it anew' };
  if (!existsSync(join(tensorflowFolder, 'node_modules/@tensorflow/tfjs-node-gpu/package.json')))
    return { lacking: '@tensorflow/tfjs-node-gpu is not installed; `whetstone start` does it' };
  return {
    place: {
      ...driven,
      permissions: [...driven.permissions],
      // CUDA's context alone is some gigabytes.
      residentMiB: 12_288,
      readable: [tensorflowFolder, ...driverFiles()],
      devices,
      environment: { WHETSTONE_TENSORFLOW: tensorflowFolder, TF_CPP_MIN_LOG_LEVEL: '1' },
    },
  };
}

function list(folder: string, name: RegExp): string[] {
  try {
    return readdirSync(folder)
      .filter((entry) => name.test(entry))
      .map((entry) => join(folder, entry));
  } catch {
    return [];
  }
}
