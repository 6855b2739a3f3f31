import { describe, expect, it } from '@jest/globals';
import { chooseJava, parseJavaVersion } from '../../../../src/neo4j/local/java.js';
import { serverVersion } from '../../../../src/neo4j/local/version.js';

const javas = (...versions: number[]) => versions.map((version) => ({ command: `java-${version}`, version }));

describe('parseJavaVersion', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "25" 2025-09-16 LTS', 25],
    ['java version "1.8.0_402"', 8],
    ['openjdk version "21-ea" 2023-09-19', 21],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21.0.2" 2024-01-16', 21],
    ['bash: java: command not found', undefined],
  ])('reads %j as %p', (text, version) => {
    expect(parseJavaVersion(text)).toBe(version);
  });
});

describe('chooseJava', () => {
  it('prefers 17, then 21, for Neo4j 5.26', () => {
    expect(chooseJava(javas(25, 21, 17), serverVersion('5.26.25'))?.version).toBe(17);
    expect(chooseJava(javas(25, 22, 21), serverVersion('5.26.25'))?.version).toBe(21);
  });

  it('takes the lowest that suffices when none is preferred', () => {
    expect(chooseJava(javas(24, 22), serverVersion('5.26.25'))?.version).toBe(22);
  });

  it('finds none below the minimum', () => {
    expect(chooseJava(javas(8, 11), serverVersion('5.26.25'))).toBeUndefined();
    expect(chooseJava(javas(17), serverVersion('2026.05.0'))).toBeUndefined();
  });
});
