import { expect } from '@open-wc/testing';

/** The engine that alone runs what is the same in all: see `ONE_ENGINE_ONLY` in .config/web-test-runner.config.js. */
const isOneEngine = navigator.userAgent.includes('Chrome/');

/**
 * Asks axe about a state that a test about something else comes by. Axe reckons from nodes and computed styles, in script,
 * and never asks for what the engine tells screen readers: each element's own test of it runs in every engine, as engines
 * can differ in styles; what nodes a further state has is the same in each.
 */
export async function expectAccessibleInOneEngine(element: Element): Promise<void> {
  if (isOneEngine) await expect(element).to.be.accessible();
}

/** `it` for what is computed from data, between tests of what an engine does: not there at all in the others. */
export function itInOneEngine(title: string, body: Mocha.AsyncFunc): void {
  if (isOneEngine) it(title, body);
}
