import { backendContext, type HostBackend } from './backend-context.js';

type Receiver = (backend: HostBackend | undefined, unsubscribe?: () => void) => void;

interface ContextRequest extends Event {
  readonly context?: unknown;
  readonly contextTarget?: EventTarget;
  readonly subscribe?: boolean;
  readonly callback: Receiver;
}

/**
 * Answers what the elements inside ask for, by the open context protocol: `@lit/context` and any other consumer understands
 * it. Its own provider makes events of a class of their own, which MooTools has taken the place of.
 */
export class BackendProvider {
  readonly #element: HTMLElement;
  /** Each with its way to leave: by that a receiver sees whether it has come to another provider. */
  readonly #receivers = new Map<Receiver, () => void>();
  #backend: HostBackend | undefined;

  constructor(element: HTMLElement) {
    this.#element = element;
    element.addEventListener('context-request', this.#answer as (event: Event) => void);
  }

  /** Tells elements that were there before, and the providers around, that there is one here. */
  announce(): void {
    const event = new CustomEvent('context-provider', { bubbles: true, composed: true });
    this.#element.dispatchEvent(Object.assign(event, { context: backendContext, contextTarget: this.#element }));
  }

  setBackend(backend: HostBackend | undefined): void {
    if (backend === this.#backend) return;
    this.#backend = backend;
    for (const [receive, leave] of [...this.#receivers]) receive(backend, leave);
  }

  readonly #answer = (request: ContextRequest): void => {
    const { context, contextTarget, subscribe, callback } = request;
    if (context !== backendContext || contextTarget === this.#element) return;
    request.stopPropagation();
    if (!subscribe) {
      callback(this.#backend);
      return;
    }
    const leave = this.#receivers.get(callback) ?? (() => void this.#receivers.delete(callback));
    this.#receivers.set(callback, leave);
    callback(this.#backend, leave);
  };
}
