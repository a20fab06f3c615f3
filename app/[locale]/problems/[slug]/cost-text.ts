/** What a submission took: `212 ms · 41.3 MiB`. */
export function costText({ cpuMs, memoryKiB }: { cpuMs: number; memoryKiB: number }): string {
  return `${Math.round(cpuMs)} ms · ${(memoryKiB / 1024).toFixed(1)} MiB`;
}
