import type { StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { hostPage } from '../../.storybook/host/host-page.js';
import { initialGlobals, type Modes } from '../../.storybook/toolbars.js';
import { CONTRAST_ONCE } from './same-colours.js';

const MODES: Readonly<Record<string, Partial<Modes>>> = {
  English: { language: 'en' },
  Dark: { theme: 'dark' },
  'Right to left': { direction: 'rtl' },
  'Blue brand': { brand: 'harbour' },
  'Green brand, dark': { brand: 'orchard', theme: 'dark' },
  'Red brand': { brand: 'foundry' },
  Compact: { density: 'compact' },
  Roomy: { density: 'roomy' },
  'On a phone': { width: 'phone' },
  'Long texts': { texts: 'long', width: 'column' },
  'Slow backend': { backend: 'slow' },
  'Failing backend': { backend: 'failing' },
};

/** One story with the element in every mode of the toolbars that can stand beside others. */
export function everyMode<Args>(args: Partial<Args> = {}): StoryObj<Args> {
  return {
    args,
    parameters: {
      a11y: {
        // What is still loading has a story of its own.
        context: { exclude: ['[aria-label="Slow backend"]'] },
        // Twelve pages in one document: each has its own landmarks.
        config: { rules: [CONTRAST_ONCE, { id: 'landmark-unique', enabled: false }] },
      },
    },
    // Looked at when all have come as far as they go.
    play: async ({ canvasElement }) => {
      const pages = [...canvasElement.querySelectorAll('section:not([aria-label="Slow backend"])')];
      await waitFor(() => expect(pages.filter((page) => page.querySelector(':state(loading)'))).toEqual([]));
    },
    // The story's own way to render, once for each page.
    decorators: [
      (story) =>
        html`<div class="story-modes">
          ${Object.entries(MODES).map(
            ([name, modes]) =>
              html`<section aria-label=${name}>
                <p class="story-mode" lang="en" dir="ltr">${name}</p>
                ${hostPage({ ...initialGlobals, ...modes }, story() as TemplateResult)}
              </section>`,
          )}
        </div>`,
    ],
  };
}
