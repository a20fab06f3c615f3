/** What a site process counts of itself; what the database knows is asked when somebody looks. */
import { createRegistry, type Histogram, type Registry } from '#judge/exposition.ts';

export type SiteMeters = { registry: Registry; requests: Histogram; streams: { open: number } };

// On globalThis, since Next loads this file once for each of its bundles.
const kept = globalThis as typeof globalThis & { whetstoneMeters?: SiteMeters };

const requestBounds = [0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function siteMeters(): SiteMeters {
  kept.whetstoneMeters ??= open();
  return kept.whetstoneMeters;
}

function open(): SiteMeters {
  const registry = createRegistry();
  const requests = registry.histogram(
    'whetstone_http_request_seconds',
    'Time of API requests by method, route and status; of an event stream, until it began.',
    requestBounds,
  );
  const streams = { open: 0 };
  registry.gauge('whetstone_event_streams', 'Event streams open in this process.', () => [
    { value: streams.open },
  ]);
  registry.gauge('process_resident_memory_bytes', 'Resident memory.', () => [
    { value: process.memoryUsage.rss() },
  ]);
  registry.gauge('process_uptime_seconds', 'Since the process started.', () => [{ value: process.uptime() }]);
  return { registry, requests, streams };
}
