import type { Actor, Backend, Change } from '@enrollkit/core';
import { newProduct } from './records.js';

/** How long a change may take to be told. */
const WAIT_MS = 60_000;
/** How long a listener may take to be connected, before it is tried whether it is. */
const CONNECT_MS = 250;

/** Where a listener is, and whoever makes it hear something. */
interface Place {
  as(actor: Actor): Backend;
}

/**
 * What a listener hears. Changes may be told some time after they were made, but in their order: so a change of the
 * listener's own, made later, shows that everything before it was told, and what wasn't told will not be.
 */
export class Heard {
  /** Of all listeners: one must not take another's for its own. */
  static #fences = 0;
  readonly #makeFence: () => Promise<string>;
  readonly #stop: () => void;
  #changes: Change[] = [];
  #onChange = (): void => undefined;

  private constructor(world: Place, actor: Actor) {
    const owner: Actor = {
      id: 'fence',
      role: 'provider',
      ...(actor.providerId !== undefined && { providerId: actor.providerId }),
    };
    this.#makeFence = async () => (await world.as(owner).putProduct(newProduct(`fence ${(Heard.#fences += 1)}`))).id;
    this.#stop = world.as(actor).subscribe((change) => {
      this.#changes.push(change);
      this.#onChange();
    });
  }

  /** Resolves when the listener hears, and nothing from before is on its way any more. */
  static async from(world: Place, actor: Actor): Promise<Heard> {
    const heard = new Heard(world, actor);
    const deadline = Date.now() + WAIT_MS;
    // What is told before a listener is connected, it doesn't hear: not even the fence.
    for (;;) {
      const fence = await heard.#makeFence();
      if (await heard.#hears(fence, CONNECT_MS)) break;
      if (Date.now() > deadline) throw new Error('The listener never heard anything');
    }
    await heard.changes();
    return heard;
  }

  /** Everything since the last time, when nothing more can come of it. */
  async changes(): Promise<readonly Change[]> {
    const fence = await this.#makeFence();
    if (!(await this.#hears(fence, WAIT_MS))) {
      throw new Error(`What came last was never heard of, only ${JSON.stringify(this.#changes)}`);
    }
    return this.sofar();
  }

  /** Everything since the last time that has come by now. */
  sofar(): readonly Change[] {
    const changes = this.#changes.filter(({ id }) => !id.startsWith('fence '));
    this.#changes = [];
    return changes;
  }

  stop(): void {
    this.#stop();
  }

  #hears(id: string, forMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), forMs);
      const look = () => {
        if (!this.#changes.some((change) => change.id === id)) return;
        clearTimeout(timer);
        resolve(true);
      };
      this.#onChange = look;
      look();
    });
  }
}
