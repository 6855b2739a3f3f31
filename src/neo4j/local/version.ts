import { RapportError } from '../../errors.js';

/** What it takes to run one Neo4j Community server: its artifacts, its main class, its Java. */
export interface ServerVersion {
  readonly version: string;
  readonly mainClass: string;
  /** Lowest Java feature version that runs it. */
  readonly javaMinimum: number;
  /** Java feature versions it is tested on, best first. */
  readonly javaPreferred: readonly number[];
  readonly javaModules: readonly string[];
  /** `group:artifact` of what Maven resolves, each with its dependencies. */
  readonly artifacts: readonly string[];
}

/** The server Rapport is tested on. */
export const DEFAULT_SERVER_VERSION = '5.26.25';

const ARTIFACTS = ['org.neo4j:neo4j', 'org.neo4j.app:neo4j-server'] as const;

/** Describes a server version: the 5.26 line, or a calendar version (2025.01.0 and later). Throws CONFIG_INVALID for others. */
export function serverVersion(version: string = DEFAULT_SERVER_VERSION): ServerVersion {
  if (/^5\.26\.\d+$/.test(version)) {
    return {
      version,
      mainClass: 'org.neo4j.server.CommunityEntryPoint',
      javaMinimum: 17,
      javaPreferred: [17, 21],
      javaModules: [],
      artifacts: ARTIFACTS,
    };
  }
  if (/^20\d\d\.\d\d\.\d+$/.test(version)) {
    return {
      version,
      mainClass: 'org.neo4j.server.Neo4jCommunity',
      javaMinimum: 21,
      javaPreferred: [21, 25],
      javaModules: ['jdk.incubator.vector'],
      artifacts: ARTIFACTS,
    };
  }
  throw new RapportError(
    'CONFIG_INVALID',
    `No Neo4j ${version}: use a 5.26.x version such as ${DEFAULT_SERVER_VERSION}, or a calendar version such as 2026.05.0.`,
    {
      version,
    },
  );
}

/** Negative when `a` is the older version, positive when it is the newer, 0 when both are the same. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let place = 0; place < Math.max(left.length, right.length); place++) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
