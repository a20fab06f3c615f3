import { jsonLog, type Log } from '#judge/log.ts';
import { readLogLevel } from './config.ts';
import { currentRequest } from './requests.ts';

const kept = globalThis as typeof globalThis & { whetstoneLog?: Log };

/** Writes a line of the site's log; the request's id stands in it by itself. */
export const siteLog: Log = (level, message, fields = {}) => {
  kept.whetstoneLog ??= jsonLog(process.stderr, { level: readLogLevel(), always: { service: 'site' } });
  const request = currentRequest()?.id;
  kept.whetstoneLog(level, message, { ...(request !== undefined && { request }), ...fields });
};
