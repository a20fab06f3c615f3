import { setTimeout as sleep } from 'node:timers/promises';
import { failed, type Service, type ServiceSpec, startService } from './service.ts';

export type Patience = {
  /** How many deaths within so long are borne; null where the rest goes on without it, however often it dies. */
  deaths: number | null;
  withinMs: number;
  /** The pause before it is started again, doubled after each life that was shorter than `withinMs`. */
  pauseMs: number;
  longestPauseMs: number;
};

/** For the site: without it there is nothing to be had, and whoever watches us may know what to do. */
export const littlePatience: Patience = {
  deaths: 3,
  withinMs: 60_000,
  pauseMs: 500,
  longestPauseMs: 500,
};
/**
 * For the judge: whoever finds a submission that kills it must not end the site, which keeps what is submitted and says
 * that nobody judges.
 */
export const muchPatience: Patience = {
  deaths: null,
  withinMs: 60_000,
  pauseMs: 500,
  longestPauseMs: 60_000,
};

/** A service that is started again when it dies. */
export type KeptService = {
  name: string;
  ready: Promise<void>;
  /** Rejects when it could not be started, or died too often; never resolves. */
  failure: Promise<never>;
  stop(insisted: AbortSignal): Promise<void>;
};

export function keepRunning(spec: ServiceSpec, patience: Patience): KeptService {
  let service = startService(spec);
  const stopping = new AbortController();
  const { ready } = service;
  const failure = watch();
  // They are also looked at by who called; without that they must not end the process.
  for (const promise of [ready, failure]) promise.catch(() => undefined);
  return {
    name: spec.name,
    ready,
    failure,
    async stop(insisted) {
      stopping.abort();
      await service.stop(insisted);
    },
  };

  async function watch(): Promise<never> {
    await ready;
    let deaths: number[] = [];
    let shortLives = 0;
    for (let began = performance.now(); ; began = performance.now()) {
      await service.ended;
      if (stopping.signal.aborted) return never();
      const now = performance.now();
      deaths = [...deaths, now].filter((at) => now - at < patience.withinMs);
      if (patience.deaths !== null && deaths.length > patience.deaths) failed(spec);
      shortLives = now - began < patience.withinMs ? shortLives + 1 : 1;
      const pauseMs = Math.min(patience.longestPauseMs, patience.pauseMs * 2 ** (shortLives - 1));
      console.error(
        `the ${spec.name} ended by itself and is started again in ${pauseMs / 1000} s; why stands in ${spec.logFile}, or at the end of ${spec.logFile}.1`,
      );
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return never();
      service = restarted(spec);
    }
  }
}

function restarted(spec: ServiceSpec): Service {
  const service = startService(spec);
  service.ready.catch(() => undefined);
  return service;
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
