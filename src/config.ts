import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { RapportError } from './errors.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const port = z.string().refine(isPort, 'must be a whole number from 0 to 65535').transform(Number);
const positive = z.coerce.number().positive();
const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');

const settingsSchema = z.object({
  NEO4J_URI: z
    .string()
    .regex(
      /^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^@]+$/,
      'must read bolt://host:port or neo4j://host:port; user and password have settings of their own',
    )
    .optional(),
  NEO4J_USERNAME: z.string().min(1).default('neo4j'),
  NEO4J_PASSWORD: z.string().min(1).optional(),
  NEO4J_PASSWORD_FILE: z.string().min(1).optional(),
  NEO4J_DATABASE: z.string().min(1).default('neo4j'),
  RAPPORT_HOME: z.string().min(1).optional(),
  RAPPORT_BOLT_PORT: port.optional(),
  RAPPORT_NEO4J_VERSION: z.string().min(1).optional(),
  RAPPORT_NEO4J_HEAP: z
    .string()
    .regex(/^\d+[mg]$/, 'must read like 2g or 1500m')
    .default('2g'),
  RAPPORT_NEO4J_PAGE_CACHE: z
    .string()
    .regex(/^\d+[mg]$/, 'must read like 1g or 512m')
    .default('1g'),
  RAPPORT_HOST: z.string().min(1).default('127.0.0.1'),
  RAPPORT_PORT: port.default(4000),
  RAPPORT_LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  RAPPORT_INTROSPECTION: onOff.default(true),
  RAPPORT_MIN_INTERACTIONS: z.coerce.number().int().min(0).max(1_000).default(5),
  RAPPORT_RESCORE: onOff.default(true),
  RAPPORT_RESCORE_QUIET_SECONDS: positive.default(5),
  RAPPORT_RESCORE_MAX_SECONDS: positive.default(300),
});

/** Whether a text is the number of a port, in decimal digits. */
export function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

/** Every setting of the process, checked. */
export interface Config {
  /** Null: use the managed local server. */
  readonly neo4j: {
    readonly uri: string;
    readonly username: string;
    readonly password: string;
    readonly database: string;
  } | null;
  readonly local: {
    readonly home: string;
    readonly cache: string;
    readonly boltPort: number | null;
    readonly version: string | null;
    readonly heap: string;
    readonly pageCache: string;
    readonly javaHome: string | null;
  };
  readonly host: string;
  readonly port: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly introspection: boolean;
  /** Interactions given and received below which a person has not enough data for scores. */
  readonly minInteractions: number;
  /** When `serve` scores again by itself, in seconds; null never. */
  readonly rescore: { readonly quietSeconds: number; readonly maxSeconds: number } | null;
}

/** Pure but for the password file; throws RapportError CONFIG_INVALID with every problem at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = settingsSchema.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const secret = readSecret(given, problems);
  if (!parsed.success || problems.length > 0) {
    throw new RapportError(
      'CONFIG_INVALID',
      `The configuration has ${problems.length} problem(s):\n  ${problems.join('\n  ')}`,
      { problems },
    );
  }
  const settings = parsed.data;
  return {
    neo4j:
      settings.NEO4J_URI === undefined
        ? null
        : {
            uri: settings.NEO4J_URI,
            username: settings.NEO4J_USERNAME,
            password: secret ?? '',
            database: settings.NEO4J_DATABASE,
          },
    local: {
      home: settings.RAPPORT_HOME ?? join(given['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'rapport'),
      cache: join(given['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'rapport'),
      boltPort: settings.RAPPORT_BOLT_PORT ?? null,
      version: settings.RAPPORT_NEO4J_VERSION ?? null,
      heap: settings.RAPPORT_NEO4J_HEAP,
      pageCache: settings.RAPPORT_NEO4J_PAGE_CACHE,
      javaHome: given['JAVA_HOME'] ?? null,
    },
    host: settings.RAPPORT_HOST,
    port: settings.RAPPORT_PORT,
    logLevel: settings.RAPPORT_LOG_LEVEL,
    introspection: settings.RAPPORT_INTROSPECTION,
    minInteractions: settings.RAPPORT_MIN_INTERACTIONS,
    rescore: settings.RAPPORT_RESCORE
      ? { quietSeconds: settings.RAPPORT_RESCORE_QUIET_SECONDS, maxSeconds: settings.RAPPORT_RESCORE_MAX_SECONDS }
      : null,
  };
}

function readSecret(given: Readonly<Record<string, string | undefined>>, problems: string[]): string | undefined {
  const file = given['NEO4J_PASSWORD_FILE'];
  if (given['NEO4J_PASSWORD'] !== undefined) return given['NEO4J_PASSWORD'];
  if (file !== undefined) {
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      problems.push(`NEO4J_PASSWORD_FILE: ${file} cannot be read`);
      return undefined;
    }
  }
  if (given['NEO4J_URI'] !== undefined)
    problems.push('NEO4J_PASSWORD: is missing; set it or NEO4J_PASSWORD_FILE, since NEO4J_URI is set');
  return undefined;
}

/** The environment of this process; the only place that reads it. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
