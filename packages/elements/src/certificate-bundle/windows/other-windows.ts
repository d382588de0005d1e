import { isOnServer } from '../../base/on-server.js';
import type { Standing } from './standing.js';
import { WindowLock } from './window-lock.js';

type Message = { readonly kind: 'begun' | 'asked' } | ({ readonly kind: 'standing' } & Standing);

interface Parts {
  /** How what this window sends stands; nothing while it sends nothing. */
  readonly standing: () => Standing | undefined;
  readonly onStanding: (standing: Standing) => void;
  /** Reads again what is kept: another window has written it. */
  readonly reload: () => Promise<void>;
  /** Another window has begun to send, or has ended. */
  readonly onTurn: () => void;
}

/** The windows that show the same bundle: one of them sends, and the others follow it and wait. */
export class OtherWindows {
  readonly #name: string;
  readonly #parts: Parts;
  readonly #lock: WindowLock;
  #channel: BroadcastChannel | undefined;
  #here = new AbortController();
  #isSending = false;

  constructor(bundle: string, parts: Parts) {
    this.#name = `enrollkit-bundle ${bundle}`;
    this.#parts = parts;
    this.#lock = new WindowLock(this.#name);
  }

  /** Whether another window sends this bundle. */
  get isSending(): boolean {
    return this.#isSending;
  }

  get isOpen(): boolean {
    return this.#channel !== undefined;
  }

  open(): void {
    // A server that renders has no other windows, and a channel would keep it from ending.
    if (this.#channel || isOnServer) return;
    this.#here = new AbortController();
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.addEventListener('message', ({ data }) => this.#heard(data as Message));
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
    this.#here.abort();
    this.#lock.release();
  }

  /** Whether another window is sending. `isRead`: what is kept has just been read. */
  async look({ isRead } = { isRead: true }): Promise<void> {
    if (await this.#lock.isTaken()) void this.#follow({ isRead });
    // One that was stopped says why.
    else if (isRead) this.#post({ kind: 'asked' });
  }

  /** Whether it is this window's turn to send. */
  async take(): Promise<boolean> {
    const isOurs = await this.#lock.take();
    if (isOurs) this.#post({ kind: 'begun' });
    else void this.#follow({ isRead: false });
    return isOurs;
  }

  release(): void {
    this.#lock.release();
  }

  tell(standing: Standing): void {
    if (!this.#isSending) this.#post({ kind: 'standing', ...standing });
  }

  #heard(message: Message): void {
    if (message.kind === 'standing') this.#parts.onStanding(message);
    else if (message.kind === 'asked') {
      const standing = this.#parts.standing();
      if (standing) this.tell(standing);
    } else void this.look({ isRead: false });
  }

  async #follow({ isRead }: { readonly isRead: boolean }): Promise<void> {
    if (this.#isSending || this.#here.signal.aborted) return;
    const { signal } = this.#here;
    this.#isSending = true;
    this.#parts.onTurn();
    if (!isRead) await this.#parts.reload();
    // One that went on while it was read is followed too.
    do {
      this.#post({ kind: 'asked' });
      if (await this.#lock.whenFree(signal)) await this.#parts.reload();
    } while (!signal.aborted && (await this.#lock.isTaken()));
    this.#isSending = false;
    this.#parts.onTurn();
  }

  #post(message: Message): void {
    this.#channel?.postMessage(message);
  }
}
