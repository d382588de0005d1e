type Listener = (event: never) => void;

interface Listening {
  readonly listeners: Set<Listener>;
  readonly stop: AbortController;
}

const listening = new WeakMap<EventTarget, Map<string, Listening>>();

/**
 * Listens to what happens to the page. One listener serves all elements, as long as there are any: with thousands on the
 * window, each that comes or leaves would cost the browser a look at all of them. Answers how to stop.
 */
export function onPage<PageEvent extends Event>(
  page: Window | Document,
  type: string,
  listener: (event: PageEvent) => void,
): () => void {
  const byType = listening.get(page) ?? new Map<string, Listening>();
  listening.set(page, byType);
  const { listeners, stop } = byType.get(type) ?? listen(page, type);
  byType.set(type, { listeners, stop });
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop.abort();
    byType.delete(type);
  };
}

function listen(page: Window | Document, type: string): Listening {
  const listeners = new Set<Listener>();
  const stop = new AbortController();
  const tell = (event: Event): void => {
    for (const each of [...listeners]) each(event as never);
  };
  page.addEventListener(type, tell, { signal: stop.signal });
  return { listeners, stop };
}
