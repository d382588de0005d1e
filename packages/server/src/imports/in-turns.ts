import { setImmediate as nextTurn } from 'node:timers/promises';

/** Of a feed that is nothing but faults, so much is checked in some tens of milliseconds. */
const PIECE_BYTES = 16_384;

/** The same bytes in small pieces, and between two of them the server's turn: whoever asks it something isn't kept waiting. */
export async function* inTurns(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      yield chunk.subarray(at, at + PIECE_BYTES);
      await nextTurn();
    }
  }
}
