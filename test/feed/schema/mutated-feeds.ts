import fc from 'fast-check';
import { DOCUMENTS } from './documents.js';
import { mutationsFor } from './mutations.js';
import { elementAt, placesIn, writeXml, type XmlElement } from './xml-tree.js';

/** A feed, and what was done to it. */
export interface TriedFeed {
  readonly what: string;
  readonly xml: string;
}

/** Every change to every element that the schema has, one at a time, and every document. Always the same feeds. */
export function everyChange(feeds: fc.Arbitrary<XmlElement>, samples = 300): readonly TriedFeed[] {
  const found = new Map<
    string,
    { readonly feed: XmlElement; readonly place: readonly number[]; readonly size: number }
  >();
  const sampled = fc.sample(feeds, { seed: 4, numRuns: samples });
  for (const feed of sampled) {
    const size = writeXml(feed).length;
    for (const place of placesIn(feed)) {
      const path = pathOf(feed, place);
      const known = found.get(path);
      // The smallest feed that has it, for speed.
      if (!known || size < known.size) found.set(path, { feed, place, size });
    }
  }
  const changed = [...found].flatMap(([path, { feed, place }]) =>
    mutationsFor(elementAt(feed, place), place.length === 0).map(([what, mutate]) => ({
      what: `${path}: ${what}`,
      xml: writeXml(mutate(feed, place)),
    })),
  );
  const documents = Object.entries(DOCUMENTS).map(([what, write]) => ({ what, xml: write(writeXml(sampled[0]!)) }));
  return [...changed, ...documents];
}

function pathOf(feed: XmlElement, place: readonly number[]): string {
  return place.map((_, depth) => elementAt(feed, place.slice(0, depth + 1)).name).join('/');
}

/** Valid feeds with none to three changes at places by chance. */
export function changedByChance(feeds: fc.Arbitrary<XmlElement>, count: number): readonly TriedFeed[] {
  const change = fc.tuple(fc.nat(), fc.nat());
  const tried = fc
    .tuple(
      feeds,
      fc.array(change, { maxLength: 3 }),
      fc.constantFrom(...Object.keys(DOCUMENTS), ...Array<string>(150).fill('plain')),
    )
    .map(([feed, changes, document]) => {
      let root = feed;
      const done: string[] = [];
      for (const [where, which] of changes) {
        const places = placesIn(root);
        const place = places[where % places.length] ?? [];
        const mutations = mutationsFor(elementAt(root, place), place.length === 0);
        const [what, mutate] = mutations[which % mutations.length]!;
        done.push(`${pathOf(root, place)}: ${what}`);
        root = mutate(root, place);
      }
      return { what: [...done, document].join('; '), xml: DOCUMENTS[document]!(writeXml(root)) };
    });
  return fc.sample(tried, { seed: 4, numRuns: count });
}
