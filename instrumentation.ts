/** Next calls this once, before it answers anything. */
export async function register(): Promise<void> {
  const [{ noteAddresses }, { readSiteConfig }] = await Promise.all([
    import('#app/_session/client-address.ts'),
    import('#app/_session/config.ts'),
  ]);
  noteAddresses(readSiteConfig().trustedProxies);
}
