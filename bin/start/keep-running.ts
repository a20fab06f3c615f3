import { setTimeout as sleep } from 'node:timers/promises';
import { failed, type Service, type ServiceSpec, startService } from './service.ts';

const patience = { deaths: 3, withinMs: 60_000, restartMs: 500 };

/** A service that is started again when it dies, up to a point. */
export type KeptService = {
  name: string;
  ready: Promise<void>;
  /** Rejects when it could not be started, or died too often; never resolves. */
  failure: Promise<never>;
  stop(insisted: AbortSignal): Promise<void>;
};

export function keepRunning(spec: ServiceSpec): KeptService {
  let service = startService(spec);
  let stopping = false;
  const { ready } = service;
  const failure = watch();
  // They are also looked at by who called; without that they must not end the process.
  for (const promise of [ready, failure]) promise.catch(() => undefined);
  return {
    name: spec.name,
    ready,
    failure,
    async stop(insisted) {
      stopping = true;
      await service.stop(insisted);
    },
  };

  async function watch(): Promise<never> {
    await ready;
    const deaths: number[] = [];
    for (;;) {
      await service.ended;
      if (stopping) return never();
      deaths.push(performance.now());
      const recent = deaths.filter((at) => performance.now() - at < patience.withinMs);
      if (recent.length > patience.deaths) failed(spec);
      console.error(`the ${spec.name} ended by itself and is started again; why stands in ${spec.logFile}`);
      await sleep(patience.restartMs);
      if (stopping) return never();
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
