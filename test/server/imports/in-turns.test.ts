import { expect, it } from 'vitest';
import { inTurns } from '../../../packages/server/src/imports/in-turns.js';

it('gives the server its turn between small pieces, and loses no byte', async () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
  async function* source(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  let turns = 0;
  const count = (): void => {
    turns += 1;
    waiting = setImmediate(count);
  };
  let waiting = setImmediate(count);
  const pieces: Uint8Array[] = [];
  for await (const piece of inTurns(source())) {
    expect(turns).toBeGreaterThanOrEqual(pieces.length);
    pieces.push(piece);
  }
  clearImmediate(waiting);
  expect(pieces.length).toBe(7);
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
});
