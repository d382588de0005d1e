import { expect } from '@open-wc/testing';
import { ANNOUNCER_ATTRIBUTE } from '../../packages/elements/src/base/foreign-changes.js';
import { waitUntil } from '../support/wait-until.js';

/** Sentences of this test, in the order in which they were said. */
const sentences = new Set<Element>();

/** A sentence stays for ten seconds, and a test may be at something else when it is said. */
const LISTEN_EVERY_MS = 1000;
let listening: ReturnType<typeof setInterval> | undefined;

beforeEach(() => {
  sentences.clear();
  // What was said in the test before isn't heard in this one.
  for (const region of liveRegions()) region.remove();
  listening = setInterval(said, LISTEN_EVERY_MS);
});
afterEach(() => clearInterval(listening));

/** Every live region of a document, in dialogs and shadow trees too. */
export function liveRegions(root: Document | ShadowRoot = document): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) =>
    element.hasAttribute(ANNOUNCER_ATTRIBUTE) ? [element] : element.shadowRoot ? liveRegions(element.shadowRoot) : [],
  );
}

/** What a screen reader was told until now, with one kind of space. */
export function said(): string[] {
  for (const region of liveRegions()) for (const sentence of region.shadowRoot!.children) sentences.add(sentence);
  return [...sentences].map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim());
}

/** Waits until this is what a screen reader was told last. */
export async function isSaid(sentence: string): Promise<void> {
  await waitUntil(() => said().at(-1) === sentence).catch(() => expect(said().at(-1)).to.equal(sentence));
}
