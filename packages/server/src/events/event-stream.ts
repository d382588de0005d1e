import type { Change } from '@enrollkit/core';
import { toWireChange } from '@enrollkit/core/wire';

export interface EventStreamOptions {
  /** The stream ends by itself then: whoever goes on listening shows a new token. */
  readonly lifeMs: number;
  readonly heartbeatMs?: number;
  /** Begins telling, and answers how to stop it. */
  readonly start: (stream: { readonly tell: (change: Change) => void; readonly end: () => void }) => () => void;
}

const HEARTBEAT_MS = 15_000;
const RECONNECT_MS = 2_000;
/** So many events may wait for a slow reader. Then it is let go of: it connects again, and reads what it shows. */
const MOST_WAITING = 256;
/** More than a timer can wait for. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** Changes as server-sent events, without ids: what was missed is read again, not sent again. Source: HTML standard, 9.2. */
export function eventStream({
  lifeMs,
  heartbeatMs = HEARTBEAT_MS,
  start,
}: EventStreamOptions): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let isOver = false;
  let stop: () => void = () => undefined;

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = (): void => {
          if (isOver) return;
          isOver = true;
          stop();
          controller.close();
        };
        const send = (text: string): void => {
          if (isOver) return;
          if ((controller.desiredSize ?? 0) <= 0) end();
          else controller.enqueue(encoder.encode(text));
        };
        send(`retry: ${RECONNECT_MS}\n: listening\n\n`);
        const heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs);
        const life = setTimeout(end, Math.min(Math.max(0, lifeMs), LONGEST_TIMER_MS));
        const stopTelling = start({ tell: (change) => send(`data: ${JSON.stringify(toWireChange(change))}\n\n`), end });
        stop = () => {
          clearInterval(heartbeat);
          clearTimeout(life);
          stopTelling();
        };
        // Told so much while it began that it is over already.
        if (isOver) stop();
      },
      cancel() {
        if (isOver) return;
        isOver = true;
        stop();
      },
    },
    new CountQueuingStrategy({ highWaterMark: MOST_WAITING }),
  );
}
