import { LOCALES } from '@enrollkit/core';
import type { Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import customElements from '../packages/elements/custom-elements.json' with { type: 'json' };
import { withHostPage } from './host-page.js';
import './host-page.css';

setCustomElementsManifest(customElements);

export default {
  decorators: [withHostPage],
  globalTypes: {
    language: {
      description: 'Language of the host page',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: LOCALES.map((value) => ({
          value,
          title: new Intl.DisplayNames(value, { type: 'language' }).of(value) ?? value,
        })),
        dynamicTitle: true,
      },
    },
    theme: {
      description: 'Colour scheme of the host page',
      toolbar: {
        title: 'Theme',
        icon: 'contrast',
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
          { value: 'system', title: 'As the system' },
        ],
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'Writing direction of the host page',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
        dynamicTitle: true,
      },
    },
    brand: {
      description: 'What the host page sets: accent, density, font and radius',
      toolbar: {
        title: 'Brand',
        icon: 'paintbrush',
        items: [
          { value: 'none', title: 'No brand' },
          { value: 'harbour', title: 'Harbour: blue, comfortable' },
          { value: 'orchard', title: 'Orchard: green, serif, roomy' },
          { value: 'foundry', title: 'Foundry: red, square, compact' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { language: 'nl', theme: 'light', direction: 'ltr', brand: 'none' },
  parameters: {
    a11y: { test: 'error' },
    backgrounds: { disable: true },
    controls: { expanded: true, sort: 'alpha' },
    layout: 'padded',
    options: {
      storySort: { order: ['Elements', ['Enrollment status', 'Certificate upload', 'Price breakdown', 'Feed check']] },
    },
  },
  tags: ['autodocs'],
} satisfies Preview;
