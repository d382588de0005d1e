/** Something to read: a file, what another program writes, or an address. */
export interface Input {
  /** For people. */
  readonly name: string;
  /** How many bytes there are, where that is known. */
  readonly size?: number | undefined;
  /** The bytes as they are stored: a packed feed is still packed. Can be read once. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The same input, telling how much of it has been read. */
export async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  onRead: (read: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let read = 0;
  for await (const piece of bytes) {
    read += piece.byteLength;
    onRead(read);
    yield piece;
  }
}
