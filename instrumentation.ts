/** Next calls this once for each of its runtimes, before it answers anything. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next replaces this by a constant, and leaves the rest out of its edge bundle
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const [{ noteAddresses }, { readSiteConfig }, { drainOnSignal }] = await Promise.all([
    import('#app/_session/client-address.ts'),
    import('#app/_session/config.ts'),
    import('#app/_session/drain.ts'),
  ]);
  drainOnSignal();
  noteAddresses(readSiteConfig().trustedProxies);
}
