import { EnrollkitError, ERROR_CODES } from '@enrollkit/core';
import { isOnline } from '../http/explain-failure.js';
import { onTokenSource, tokenSourceOf, type GetToken } from './token-registry.js';

/** One of those that can give tokens for an address. */
export interface TokenGiver {
  readonly getToken?: GetToken;
  /** False as long as the page hasn't said where tokens come from, but will. Default: there is nothing to wait for. */
  readonly isReady?: () => boolean;
}

/** How long a page that promised tokens may take to say where they come from, counted from when it has loaded. */
const TOKEN_GRACE_MS = 2500;

/** Asks the page for tokens. Requests that begin together share one question; nothing is kept but the last answer. */
export class TokenSource {
  readonly #baseUrl: string | undefined;
  readonly #givers = new Set<TokenGiver>();
  readonly #waiting = new Set<() => void>();
  readonly #stopListening: () => void;
  readonly #heard = new Set<(token: string | undefined) => void>();
  #grace: Promise<void> | undefined;
  #isOverdue = false;
  #asking: Promise<string | undefined> | undefined;
  #refreshing: Promise<string | undefined> | undefined;
  #last: string | undefined;
  #isNobody = false;

  /** Without an address the page's own sources are not asked. */
  constructor(baseUrl: string | undefined) {
    this.#baseUrl = baseUrl;
    this.#stopListening = onTokenSource(() => this.changed());
  }

  /** What the page gave last, if it was asked at all. */
  get last(): string | undefined {
    return this.#last;
  }

  /** The page was asked, and says that nobody is signed in. */
  get isNobody(): boolean {
    return this.#isNobody;
  }

  /** Somebody promised tokens and has given none in time, so that requests go without. */
  get isOverdue(): boolean {
    return this.#isOverdue;
  }

  /** Adds one that can give tokens, until the answer is called. The page's own source goes before all of them. */
  add(giver: TokenGiver): () => void {
    this.#givers.add(giver);
    this.changed();
    return () => void this.#givers.delete(giver);
  }

  /** Where tokens come from has been said, or said anew. */
  changed(): void {
    for (const look of [...this.#waiting]) look();
  }

  /** Calls `listener` with every token that the page gives, until the answer is called. */
  onToken(listener: (token: string | undefined) => void): () => void {
    this.#heard.add(listener);
    return () => void this.#heard.delete(listener);
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

  close(): void {
    this.#stopListening();
    this.changed();
  }

  async #ask(options?: { readonly refresh: boolean }): Promise<string | undefined> {
    try {
      const getToken = await this.#findGiver();
      this.#last = (await getToken?.(options)) || undefined;
      this.#isNobody = getToken !== undefined && this.#last === undefined;
      for (const hear of [...this.#heard]) hear(this.#last);
      return this.#last;
    } catch (error) {
      throw fromPage(error);
    }
  }

  /** The one to ask; waits for it where one is promised. */
  async #findGiver(): Promise<GetToken | undefined> {
    this.#grace ??= graceOfPage();
    const grace = { isOver: false };
    void this.#grace.then(() => (grace.isOver = true));
    for (;;) {
      const own = this.#baseUrl === undefined ? undefined : tokenSourceOf(this.#baseUrl);
      const found = own ?? this.#readyGiver();
      const isPromised = [...this.#givers].some(({ isReady }) => isReady?.() === false);
      this.#isOverdue = !found && isPromised && grace.isOver;
      if (found || !isPromised || grace.isOver) return found;
      await Promise.race([this.#grace, this.#nextChange()]);
    }
  }

  #readyGiver(): GetToken | undefined {
    return [...this.#givers].find(({ getToken, isReady }) => getToken && isReady?.() !== false)?.getToken;
  }

  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
    });
  }
}

async function graceOfPage(): Promise<void> {
  if (typeof document === 'object' && document.readyState !== 'complete') {
    await new Promise((resolve) => globalThis.addEventListener('load', resolve, { once: true }));
  }
  await new Promise((resolve) => setTimeout(resolve, TOKEN_GRACE_MS));
}

/** The page gets its tokens over the network as well: then it is that which failed, not the session. */
function fromPage(error: unknown): EnrollkitError {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  if (typeof code === 'string' && Object.hasOwn(ERROR_CODES, code)) return error as EnrollkitError;
  return isOnline()
    ? new EnrollkitError('no-token', 'getToken gave no token', { cause: error })
    : new EnrollkitError('offline', 'getToken could not reach its server', { cause: error });
}
