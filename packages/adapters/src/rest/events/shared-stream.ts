import type { Change } from '@enrollkit/core';
import { fromWireChange, type WireChange } from '@enrollkit/core/wire';
import type { Changes } from './changes.js';

/** Who hears what a stream of events says. */
export type StreamListener = Pick<Changes, 'hear' | 'connected' | 'disconnected'>;

/** What the one who listens to the server tells the others. */
type Message = { readonly type: 'change'; readonly data: string } | { readonly type: 'open' | 'lost' | 'ask' };

/**
 * One stream of events for all tabs, and for all backends of a page, that may hear the same: a browser gives one server six
 * connections over HTTP/1.1, all tabs together. Whoever holds the lock listens to the server and tells the others; when it
 * leaves, the next one takes over. `listen` runs as long as it is this one's turn.
 *
 * What is told goes through a channel that any script of the origin can write to. It carries ids, and whoever hears one
 * reads the record from the server: a forged message costs a request and shows nothing.
 */
export async function shareStream(
  name: string,
  { listener, signal }: { readonly listener: StreamListener; readonly signal: AbortSignal },
  listen: (told: StreamTold) => Promise<void>,
): Promise<void> {
  const channel = new BroadcastChannel(name);
  let isLeader = false;
  let isOpen = false;
  const post = (message: Message): void => channel.postMessage(message);
  const open = (): void => {
    if (!isOpen) listener.connected();
    isOpen = true;
  };
  const lost = (): void => {
    isOpen = false;
    listener.disconnected();
  };

  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = asMessage(data);
    if (message?.type === 'ask') {
      if (isLeader && isOpen) post({ type: 'open' });
    } else if (!message || isLeader) return;
    else if (message.type === 'change') tell(listener, message.data);
    else if (message.type === 'open') open();
    else lost();
  };
  try {
    post({ type: 'ask' });
    await navigator.locks.request(name, { signal }, async () => {
      isLeader = true;
      // Whoever listened before may have gone without a word: what happened since is not known.
      lost();
      post({ type: 'lost' });
      await listen({
        event: (data) => {
          tell(listener, data);
          post({ type: 'change', data });
        },
        open: () => {
          open();
          post({ type: 'open' });
        },
        lost: () => {
          lost();
          post({ type: 'lost' });
        },
      });
    });
  } finally {
    channel.close();
    lost();
  }
}

/** What the one who listens says of its connection. */
export interface StreamTold {
  readonly open: () => void;
  readonly lost: () => void;
  readonly event: (data: string) => void;
}

/** Whether this browser lets tabs agree on who listens. Pages that came over plain http get no locks. */
export function canShareStreams(): boolean {
  if (typeof document !== 'object' || typeof BroadcastChannel !== 'function') return false;
  return (navigator as Partial<Navigator>).locks !== undefined;
}

/** Another version of the kit, or any script of the same origin, may say something else. */
function asMessage(data: unknown): Message | undefined {
  const { type, data: event } = (data ?? {}) as { readonly type?: unknown; readonly data?: unknown };
  if (type === 'open' || type === 'lost' || type === 'ask') return { type };
  return type === 'change' && typeof event === 'string' ? { type, data: event } : undefined;
}

const KINDS: readonly unknown[] = ['booking', 'certificate', 'certification', 'product'] satisfies WireChange['kind'][];

/** Tells one event. A newer server may tell of other things. */
export function tell(listener: Pick<StreamListener, 'hear'>, data: string): void {
  const change = readChange(data);
  if (change) listener.hear(change);
}

function readChange(data: string): Change | undefined {
  try {
    const change = JSON.parse(data) as Partial<WireChange> | null;
    return typeof change?.id === 'string' && KINDS.includes(change.kind)
      ? fromWireChange(change as WireChange)
      : undefined;
  } catch {
    return undefined;
  }
}
