const PIECE_LENGTH = 1_048_576;

/** Text of any length as a file, made in pieces that the browser may put on disk. */
export class TextBlob {
  readonly #type: string;
  readonly #blobs: Blob[] = [];
  #pieces: string[] = [];
  #length = 0;

  constructor(type: string) {
    this.#type = type;
  }

  add(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
    if (this.#length >= PIECE_LENGTH) this.#flush();
  }

  finish(): Blob {
    this.#flush();
    return new Blob(this.#blobs, { type: this.#type });
  }

  #flush(): void {
    this.#blobs.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#length = 0;
  }
}
