import { describe, expect, it } from '@jest/globals';
import { heapSizes, mebibytes, serverConfiguration, transactionMemory } from '../../../../src/neo4j/local/settings.js';

const configuration = (heap = '2g', pageCache = '1g') => {
  const lines = serverConfiguration({ boltPort: 7_687, heap, pageCache }).trimEnd().split('\n');
  return Object.fromEntries(lines.map((line) => line.split('=')));
};

describe('the configuration of a managed server', () => {
  it('listens for Bolt on loopback only, on the given port', () => {
    const settings = configuration();
    expect(settings['server.bolt.listen_address']).toBe('127.0.0.1:7687');
    expect(settings['server.default_listen_address']).toBe('127.0.0.1');
    expect([settings['server.http.enabled'], settings['server.https.enabled']]).toEqual(['false', 'false']);
  });

  it('states heap and page cache, and gives one transaction seven tenths of the heap', () => {
    expect(configuration()).toMatchObject({
      'server.memory.heap.initial_size': '1024m',
      'server.memory.heap.max_size': '2048m',
      'server.memory.pagecache.size': '1024m',
      'db.memory.transaction.max': '1400m',
    });
  });

  it('bounds the transaction logs by size and checkpoints by volume', () => {
    expect(configuration()).toMatchObject({
      'db.tx_log.rotation.retention_policy': '256M size',
      'db.tx_log.rotation.size': '64M',
      'db.checkpoint': 'VOLUME',
      'db.checkpoint.interval.volume': '128M',
    });
  });

  it('has one value per line and no setting twice', () => {
    const names = serverConfiguration({ boltPort: 1, heap: '1g', pageCache: '64m' })
      .trimEnd()
      .split('\n')
      .map((line) => line.split('=')[0]);
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain('');
  });
});

describe('sizes', () => {
  it('are read in mebibytes and gibibytes', () => {
    expect([mebibytes('heap', '512m'), mebibytes('heap', '2g'), mebibytes('heap', '3G')]).toEqual([512, 2_048, 3_072]);
  });

  it.each(['', '2', '2gb', '-1g', '1.5g', '0m', '2g\nserver.http.enabled=true'])('refuse %j by name', (size) => {
    expect(() => mebibytes('pageCache', size)).toThrow(/pageCache/);
  });

  it('start a small heap at its maximum and a large one at 1g', () => {
    expect(heapSizes('512m')).toMatchObject({ initial: '512m', maximum: '512m' });
    expect(heapSizes('4g')).toMatchObject({ initial: '1024m', maximum: '4096m' });
  });

  it('divide the heap into 256 regions or more, each a power of two that Java accepts', () => {
    const regions = ['256m', '511m', '512m', '2g', '3g', '4g', '64g'].map((heap) => heapSizes(heap).region);
    expect(regions).toEqual(['1m', '1m', '2m', '8m', '8m', '16m', '32m']);
  });

  it('refuse a heap that Neo4j cannot start with', () => {
    expect(() => heapSizes('64m')).toThrow(/at least 256m/);
  });

  it('round the memory of a transaction down to hundreds', () => {
    expect([
      transactionMemory('2g'),
      transactionMemory('1g'),
      transactionMemory('512m'),
      transactionMemory('256m'),
    ]).toEqual(['1400m', '700m', '300m', '100m']);
  });
});
