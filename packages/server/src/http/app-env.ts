import type { Actor, FullBackend, Instant } from '@enrollkit/core';

/** What the handlers of a request find in its context. */
export interface AppEnv {
  readonly Variables: {
    readonly requestId: string;
    /** Who asks. Set by `authenticate`; routes without it answer `unauthorized`. */
    readonly actor: Actor;
    /** How the actor showed who it is. */
    readonly credential: Credential;
    /** The use cases, for this actor. */
    readonly backend: FullBackend;
  };
}

export type Credential =
  | { readonly kind: 'api-key'; readonly id: string }
  | { readonly kind: 'token'; readonly id: string; readonly expiresAt: Instant }
  /** None: what is public is read by whoever asks. */
  | { readonly kind: 'none' }
  | { readonly kind: 'oidc'; readonly issuer: string; readonly expiresAt: Instant };
