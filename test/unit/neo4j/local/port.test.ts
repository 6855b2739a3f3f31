import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { choosePort, isPortFree, isPortOpen } from '../../../../src/neo4j/local/port.js';

describe('choosePort', () => {
  let stranger: Server;
  let taken: number;

  beforeEach(async () => {
    taken = await choosePort(undefined, undefined);
    stranger = createServer();
    await new Promise<void>((resolve) => stranger.listen(taken, '127.0.0.1', resolve));
  });

  afterEach(() => new Promise((resolve) => stranger.close(resolve)));

  it('refuses a wanted port that a stranger holds', async () => {
    await expect(choosePort(taken, undefined)).rejects.toMatchObject({ code: 'PORT_TAKEN', details: { port: taken } });
  });

  it('leaves a remembered port to a stranger and takes another', async () => {
    const port = await choosePort(undefined, taken);
    expect(port).not.toBe(taken);
    expect(await isPortFree(port)).toBe(true);
  });

  it('takes the wanted port before the remembered one', async () => {
    const [wanted, remembered] = [await choosePort(undefined, undefined), taken];
    expect(await choosePort(wanted, remembered)).toBe(wanted);
  });

  it('tells an open port from a closed one', async () => {
    expect(await isPortOpen(taken)).toBe(true);
    expect(await isPortOpen(await choosePort(undefined, undefined))).toBe(false);
  });
});
