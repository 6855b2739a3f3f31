import { destination, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Root logger writing JSON lines to stderr; children name their area. Never give it parameters above debug, never secrets. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: ['password', '*.password', 'authorization', '*.authorization'], remove: true },
    },
    destination({ fd: 2, sync: true }),
  );
}
