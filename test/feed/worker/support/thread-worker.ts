import type { MessageEnd } from '../../../../packages/feed/src/worker/engine/engine-messages.js';

/** A `Worker` as Node has none: what its script does, over a real channel, which copies what is sent. */
export class ThreadWorker extends EventTarget {
  readonly #page: MessagePort;
  readonly #own: MessagePort;
  isTerminated = false;

  constructor(script: (page: MessageEnd) => void) {
    super();
    const { port1, port2 } = new MessageChannel();
    [this.#page, this.#own] = [port1, port2];
    port1.onmessage = ({ data }: MessageEvent<unknown>) => this.dispatchEvent(new MessageEvent('message', { data }));
    script(port2);
    port2.start();
  }

  postMessage(message: unknown): void {
    this.#page.postMessage(message);
  }

  terminate(): void {
    this.isTerminated = true;
    this.#page.close();
    this.#own.close();
  }
}
