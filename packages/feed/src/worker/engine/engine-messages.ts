import type { FeedProgress } from '@enrollkit/core/feed-checker.js';
import type { FeedEngine } from './feed-engine.js';

/** The part of a `Worker`, seen from either side, that a conversation takes. */
export interface MessageEnd {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

export type EngineMethod = keyof FeedEngine;

/** What a page asks. `args` are those of the method, without its options. */
export type EngineRequest =
  | { readonly kind: 'call'; readonly id: number; readonly method: EngineMethod; readonly args: readonly unknown[] }
  | { readonly kind: 'abort'; readonly id: number };

/** What a worker answers. An error is sent as data: its class doesn't survive the journey. */
export type EngineReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: FeedProgress }
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly code: string;
      readonly message: string;
      readonly issues: readonly unknown[];
    };
