import { describe, expect, it } from '@jest/globals';
import { pomOf } from '../../../../src/neo4j/local/jars.js';
import { javaArguments } from '../../../../src/neo4j/local/launch.js';
import { compareVersions, serverVersion } from '../../../../src/neo4j/local/version.js';

const argumentsFor = (version: string, java: number) =>
  javaArguments(
    {
      java: { command: 'java', version: java },
      lib: 'lib',
      server: serverVersion(version),
      heap: '2g',
      boltPort: 7_687,
      brief: false,
    },
    'home',
    'conf',
  );

describe('serverVersion', () => {
  it('runs 5.26 on Java 17 and calendar versions on Java 21 with the vector module', () => {
    expect(serverVersion()).toMatchObject({
      version: '5.26.25',
      javaMinimum: 17,
      mainClass: 'org.neo4j.server.CommunityEntryPoint',
      javaModules: [],
    });
    expect(serverVersion('2026.05.0')).toMatchObject({
      javaMinimum: 21,
      mainClass: 'org.neo4j.server.Neo4jCommunity',
      javaModules: ['jdk.incubator.vector'],
    });
  });

  it.each(['4.4.0', '5.25.1', '5.26', 'latest', '2026.05', '5.26.25</version>'])('refuses %j', (version) => {
    expect(() => serverVersion(version)).toThrow(/use a 5\.26\.x version/);
  });
});

describe('compareVersions', () => {
  it('orders by number, not by letter', () => {
    expect(compareVersions('5.26.9', '5.26.25')).toBeLessThan(0);
    expect(compareVersions('2026.05.0', '5.26.25')).toBeGreaterThan(0);
    expect(compareVersions('5.26.25', '5.26.25')).toBe(0);
  });
});

describe('the command line of the server', () => {
  it('opens java.base, bounds the heap and names home and configuration', () => {
    const args = argumentsFor('5.26.25', 17);
    expect(args).toEqual(
      expect.arrayContaining([
        '-Xms1024m',
        '-Xmx2048m',
        '-XX:G1HeapRegionSize=8m',
        '--add-opens=java.base/java.nio=ALL-UNNAMED',
        '--home-dir=home',
        '--config-dir=conf',
      ]),
    );
    expect(args.join(' ')).not.toMatch(/add-modules|native-access/);
  });

  it('adds the vector module and allows native access where they exist', () => {
    expect(argumentsFor('2026.05.0', 25)).toEqual(
      expect.arrayContaining(['--add-modules=jdk.incubator.vector', '--enable-native-access=ALL-UNNAMED']),
    );
  });
});

describe('the project file for Maven', () => {
  it('names both artifacts in the version of the server', () => {
    const text = pomOf(serverVersion('5.26.25'));
    expect(text).toContain('<groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>5.26.25</version>');
    expect(text).toContain(
      '<groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>5.26.25</version>',
    );
  });
});
