/** One event of a stream. */
export interface ServerEvent {
  /** `message` when the server doesn't say. */
  readonly type: string;
  readonly data: string;
}

/**
 * Reads server-sent events from text that comes in pieces, cut anywhere. `EventSource` can't send an `Authorization`
 * header, and a token has no place in an address. Source: HTML standard, 9.2.6, interpreting an event stream.
 */
export class SseParser {
  readonly #tell: (event: ServerEvent) => void;
  #rest = '';
  #type = '';
  #data: string[] = [];

  constructor(tell: (event: ServerEvent) => void) {
    this.#tell = tell;
  }

  /** How much of an unfinished event is held: a stream that never ends one must not fill the memory. */
  get heldLength(): number {
    return this.#data.reduce((sum, line) => sum + line.length, this.#rest.length);
  }

  push(text: string): void {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line);
  }

  #line(line: string): void {
    if (line === '') {
      this.#dispatch();
      return;
    }
    const colon = line.indexOf(':');
    // A line that begins with a colon is a comment: the server's heartbeat.
    if (colon === 0) return;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#data.push(value);
    else if (field === 'event') this.#type = value;
  }

  #dispatch(): void {
    const [data, type] = [this.#data, this.#type];
    this.#data = [];
    this.#type = '';
    if (data.length > 0) this.#tell({ type: type || 'message', data: data.join('\n') });
  }
}
