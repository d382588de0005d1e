import { onPage } from '../page-events.js';
import { backendContext, type HostBackend } from './backend-context.js';

/**
 * Asks the elements around for their backend, now and when a provider comes later, and calls `receive` with every answer.
 * Speaks the open context protocol, so `@lit/context` and any other provider understands it; its own consumer would be
 * three times as large. Answers how to stop.
 */
export function requestBackend(element: HTMLElement, receive: (backend: HostBackend | undefined) => void): () => void {
  const page = element.ownerDocument;
  let leave: (() => void) | undefined;
  // One function for all requests: a provider that was asked before knows it by that.
  const callback = (backend: HostBackend | undefined, unsubscribe?: () => void): void => {
    if (unsubscribe !== leave) leave?.();
    leave = unsubscribe;
    receive(backend);
  };
  const request = (): void => {
    // A plain `Event` is something else on a page with MooTools.
    const event = new CustomEvent('context-request', { bubbles: true, composed: true });
    element.dispatchEvent(
      Object.assign(event, { context: backendContext, contextTarget: element, callback, subscribe: true }),
    );
  };
  // Providers that are upgraded later than what is inside them announce themselves.
  const onProvider = (event: Event): void => {
    if ((event as Event & { context?: unknown }).context === backendContext) request();
  };

  const stop = onPage(page, 'context-provider', onProvider);
  request();
  return () => {
    stop();
    leave?.();
  };
}
