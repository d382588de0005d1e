import { defineElement } from './base/define-element.js';

const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {};

/**
 * Registers all elements. With a prefix under other names, so that two versions can share a page:
 * `defineElements({ prefix: 'acme' })` gives `<acme-enrollment-status>`.
 */
export function defineElements({ prefix }: { readonly prefix?: string } = {}): void {
  for (const [tag, element] of Object.entries(ELEMENTS)) {
    // A class can be registered once only: other names get a class of their own.
    defineElement(prefix ? `${prefix}-${tag}` : tag, prefix ? class extends element {} : element);
  }
}
