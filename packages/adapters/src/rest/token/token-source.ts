import { EnrollkitError, ERROR_CODES } from '@enrollkit/core';

/** Gives the token for a request. `refresh`: the server refused the last one, so one that was kept will not do. */
export type GetToken = (options?: { readonly refresh?: boolean }) => string | undefined | Promise<string | undefined>;

/** Asks the page for tokens. Requests that begin together share one question; nothing is kept but the last answer. */
export class TokenSource {
  readonly #getToken: GetToken;
  #asking: Promise<string | undefined> | undefined;
  #refreshing: Promise<string | undefined> | undefined;
  #last: string | undefined;

  constructor(getToken: GetToken = () => undefined) {
    this.#getToken = getToken;
  }

  /** What the page gave last, if it was asked at all. */
  get last(): string | undefined {
    return this.#last;
  }

  get(): Promise<string | undefined> {
    if (this.#refreshing) return this.#refreshing;
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  /** Another one than `refused`, which may have been replaced meanwhile. */
  refresh(refused: string | undefined): Promise<string | undefined> {
    if (!this.#refreshing && this.#last !== refused) return Promise.resolve(this.#last);
    this.#refreshing ??= this.#ask({ refresh: true }).finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  async #ask(options?: { readonly refresh: boolean }): Promise<string | undefined> {
    try {
      this.#last = (await this.#getToken(options)) || undefined;
      return this.#last;
    } catch (error) {
      throw fromPage(error);
    }
  }
}

/** The page gets its tokens over the network as well: then it is that which failed, not the session. */
function fromPage(error: unknown): EnrollkitError {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  if (typeof code === 'string' && Object.hasOwn(ERROR_CODES, code)) return error as EnrollkitError;
  return error instanceof TypeError
    ? new EnrollkitError('offline', 'getToken could not reach its server', { cause: error })
    : new EnrollkitError('unauthorized', 'getToken gave no token', { cause: error });
}
