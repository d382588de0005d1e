import type { Change, ChangeChannel, ChangeListener } from '@enrollkit/core';

export interface ClosableChangeChannel extends ChangeChannel {
  close(): void;
}

/** Tells changes to listeners on this page at once, and to the same database's listeners in other tabs. */
export function openChangeChannel(name: string): ClosableChangeChannel {
  const listeners = new Set<ChangeListener>();
  const broadcast = openBroadcast(name);
  let isClosed = false;

  const tell = (change: Change) => {
    for (const listener of [...listeners]) {
      try {
        listener(change);
      } catch (error) {
        // One listener's fault is not the next one's: the page hears of it as of any uncaught error.
        reportError(error);
      }
    }
  };
  if (broadcast) {
    broadcast.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isChange(data)) tell(data);
    };
  }

  return {
    publish(change) {
      if (isClosed) return;
      broadcast?.postMessage(change);
      tell(change);
    },
    subscribe(listener) {
      // A wrapper of its own, so that subscribing twice takes unsubscribing twice.
      const own: ChangeListener = (change) => listener(change);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    close() {
      isClosed = true;
      listeners.clear();
      broadcast?.close();
    },
  };
}

/** Another version of the kit, or any script of the same origin, may say something else. */
function isChange(data: unknown): data is Change {
  const { kind, id } = (data ?? {}) as Partial<Change>;
  return typeof kind === 'string' && typeof id === 'string';
}

/** Browsers that give a page no storage may refuse it this as well: then there are no other tabs to agree with. */
function openBroadcast(name: string): BroadcastChannel | undefined {
  try {
    const channel: BroadcastChannel & { unref?: () => void } = new BroadcastChannel(name);
    channel.unref?.(); // In Node it would keep a program from ending.
    return channel;
  } catch {
    return undefined;
  }
}
