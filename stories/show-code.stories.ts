import { openIndexedDbBackend } from '@enrollkit/adapters/indexeddb';
import { defineElements, setDefaultFeedChecker } from '@enrollkit/elements';
import { createFeedChecker } from '@enrollkit/feed/worker';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { waitFor } from 'storybook/test';
import { FRAMEWORKS, WRITE, type Example, type Framework } from '../.storybook/code/frameworks.js';
import { exampleOf } from '../.storybook/code/show-code.js';
import { elementDoc, TAGS } from '../.storybook/manifest.js';

interface Args {
  readonly tags: readonly string[];
}

/** What the lines of an example import, except the backend's place: here each element has one of its own. */
const IN_SCOPE: Readonly<Record<string, unknown>> = { openIndexedDbBackend, setDefaultFeedChecker, createFeedChecker };

const SHOWN = TAGS.filter((tag) => tag !== 'enrollkit-backend');

function exampleFor(tag: string): Example {
  const doc = elementDoc(tag);
  if (!doc) throw new Error(`No <${tag}> in the manifest.`);
  const shown = document.createElement('div');
  shown.setAttribute('editable', '');
  return exampleOf(doc, shown, {}, `example-${tag}`);
}

/** The element as the example writes it, with the example's own lines run. */
function run({ tag, attributes, setup }: Example): HTMLElement {
  const element = document.createElement(tag);
  for (const { name, value } of attributes) element.setAttribute(name, value === true ? '' : String(value));
  const scope = { ...IN_SCOPE, setDefaultBackend: (backend: object) => Object.assign(element, { backend }) };
  // What a host copies is text: it is run as the text that it is.
  const module = `export default ({ ${Object.keys(scope).join()} }) => {\n${setup.lines}\n};`;
  const url = URL.createObjectURL(new Blob([module], { type: 'text/javascript' }));
  void (import(/* @vite-ignore */ url) as Promise<{ default: (names: object) => void }>).then((lines) =>
    lines.default(scope),
  );
  return element;
}

export default {
  title: 'For developers/Show code',
  tags: ['!autodocs'],
  args: { tags: SHOWN },
  beforeEach: async () => {
    defineElements();
    for (const { name } of await indexedDB.databases())
      if (name?.startsWith('example-')) indexedDB.deleteDatabase(name);
  },
  render: ({ tags }) =>
    html`<div class="story-modes">
      ${tags.map((tag) => html`<section aria-label=${tag}>${run(exampleFor(tag))}</section>`)}
    </div>`,
} satisfies Meta<Args>;

/** Every element, from the very lines that "Show code" gives: each comes out with its record. */
export const Runs: StoryObj<Args> = {
  play: async ({ args, canvasElement }) => {
    for (const tag of args.tags) {
      const element = canvasElement.querySelector(tag);
      await waitFor(() => {
        if (element?.matches(':state(failed)'))
          throw new Error(`<${tag}> says: ${element.shadowRoot?.textContent ?? ''}`);
        if (!element?.shadowRoot?.querySelector('[part]') || element.matches(':state(loading)'))
          throw new Error(`<${tag}> has nothing to show yet.`);
      });
    }
    for (const framework of Object.keys(FRAMEWORKS) as Framework[]) {
      const code = args.tags.map((tag) => WRITE[framework](exampleFor(tag))).join('\n');
      if (/undefined|\[object|NaN/.test(code)) throw new Error(`${FRAMEWORKS[framework]} has a hole in its code.`);
    }
  },
};
