import { comparableName, readPeOrganisations, type PeOrganisation } from '@enrollkit/core';
import { nearestWord } from '../../schema/nearest-word.js';

/** For so many different words the nearest is looked for: a feed full of inventions would take all the time there is. */
const MOST_PROPOSALS = 100;

/** The organisations that the host knows, as a feed names them. */
export class KnownOrganisations {
  readonly #byWord = new Map<string, PeOrganisation>();
  readonly #words: readonly string[];
  readonly #proposals = new Map<string, PeOrganisation | undefined>();
  readonly #proposedTypes = new Map<string, string | undefined>();

  constructor(list: readonly PeOrganisation[]) {
    const organisations = readPeOrganisations(list);
    // An id goes before a name that is written the same.
    for (const word of ['id', 'name'] as const) {
      for (const each of organisations) {
        const key = comparableName(each[word]);
        if (!this.#byWord.has(key)) this.#byWord.set(key, each);
      }
    }
    this.#words = [...this.#byWord.keys()];
  }

  find(text: string): PeOrganisation | undefined {
    return this.#byWord.get(comparableName(text));
  }

  /** The one that a text is most like; none when it is like none. */
  nearest(text: string): PeOrganisation | undefined {
    const key = comparableName(text);
    if (!this.#proposals.has(key)) {
      if (this.#proposals.size >= MOST_PROPOSALS) return undefined;
      this.#proposals.set(key, this.#byWord.get(nearestWord(key, this.#words) ?? ''));
    }
    return this.#proposals.get(key);
  }

  /** The kind of points of an organisation that a text is most like; none when it is like none. */
  nearestType({ id, pointTypes = [] }: PeOrganisation, text: string): string | undefined {
    const key = JSON.stringify([id, text]);
    if (!this.#proposedTypes.has(key)) {
      if (this.#proposedTypes.size >= MOST_PROPOSALS) return undefined;
      this.#proposedTypes.set(key, nearestWord(text, pointTypes));
    }
    return this.#proposedTypes.get(key);
  }
}
