import { openIndexedDbBackend } from '@enrollkit/adapters/indexeddb';
import { EnrollkitError } from '@enrollkit/core';
import { defineElements, setDefaultFeedChecker } from '@enrollkit/elements';
import { createFeedChecker } from '@enrollkit/feed/worker';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { FRAMEWORKS, WRITE, type Example, type Framework } from '../.storybook/code/frameworks.js';
import type { StoryRecords } from '../.storybook/code/example-records.js';
import { exampleOf } from '../.storybook/code/example.js';
import { elementDoc, TAGS } from '../.storybook/manifest.js';

interface Args {
  readonly tags: readonly string[];
}

/** What the lines of an example import, except the backend's place: here each element has one of its own. */
const IN_SCOPE: Readonly<Record<string, unknown>> = {
  openIndexedDbBackend,
  setDefaultFeedChecker,
  createFeedChecker,
  EnrollkitError,
};

const SHOWN = TAGS.filter((tag) => tag !== 'enrollkit-backend');

function exampleFor(tag: string, records: StoryRecords = {}, database = `example-${tag}`): Example {
  const doc = elementDoc(tag);
  if (!doc) throw new Error(`No <${tag}> in the manifest.`);
  const shown = document.createElement('div');
  shown.setAttribute('editable', '');
  return exampleOf(doc, shown, records, database);
}

/** The element as the example writes it, with the example's own lines run. */
function run({ tag, attributes, setup }: Example): HTMLElement {
  const element = document.createElement(tag);
  for (const { name, value } of attributes) element.setAttribute(name, value === true ? '' : String(value));
  void runText(`${setup.lines}\n${setup.sample ?? ''}`, {
    setDefaultBackend: (backend: object) => Object.assign(element, { backend }),
  });
  return element;
}

/** What a host copies is text: it is run as the text that it is. */
async function runText(text: string, more: object = {}): Promise<unknown> {
  const scope = { ...IN_SCOPE, ...more };
  const module = `export default ({ ${Object.keys(scope).join()} }) => {\n${text}\n};`;
  const url = URL.createObjectURL(new Blob([module], { type: 'text/javascript' }));
  const { default: run } = (await import(/* @vite-ignore */ url)) as { default: (names: object) => unknown };
  return run(scope);
}

type StoryFile = { readonly default: Meta<StoryRecords> } & Readonly<Record<string, StoryObj<StoryRecords>>>;

/** What the stories of every element hand in. */
const FILES = import.meta.glob<StoryFile>(['./*.stories.ts', '!./show-code.stories.ts'], { eager: true });

/** The example of every state, once for all that have the same. */
function examplesOfStates(): ReadonlyMap<string, readonly [state: string, example: Example]> {
  const states = Object.values(FILES).flatMap(({ default: { component, args: shared }, ...stories }) =>
    // What isn't a state of one element has no code of its own.
    component === undefined
      ? []
      : Object.entries(stories).map(([name, { args }]) => {
          const example = exampleFor(component, { ...shared, ...args }, 'example-of-state');
          return [`<${example.tag}> ${name}`, example] as const;
        }),
  );
  return new Map(states.map((each) => [JSON.stringify(each[1].setup), each]));
}

export default {
  title: 'For developers/Show code',
  // What is run as text no policy lets through.
  tags: ['!autodocs', 'without-policy'],
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
      if (/= undefined|\[object|NaN/.test(code)) throw new Error(`${FRAMEWORKS[framework]} has a hole in its code.`);
    }
  },
};

/** The records of every state: each can be kept by a backend, as they stand in the code of that state. */
export const Records: StoryObj<Args> = {
  args: { tags: [] },
  play: async () => {
    const problems = await Promise.all(
      [...examplesOfStates().values()].map(async ([state, { setup }], at) => {
        const sample = setup.sample?.replace('example-of-state', `example-of-state-${at}`);
        return runText(sample ? `return openExample();\n${sample}` : '').then(
          () => [],
          (error: unknown) => [`${state}: ${String(error)}`],
        );
      }),
    );
    await expect(problems.flat()).toEqual([]);
  },
};
