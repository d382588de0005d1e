import { configure, expect, waitFor, within } from 'storybook/test';

configure({
  // The default error prints the container, and can't print a shadow root.
  getElementError: (message) => new Error(message ?? 'Not found'),
  // One second is short on a busy machine, and ten are where it has thirty other things to do.
  asyncUtilTimeout: 30_000,
});

/** Queries for what a person finds inside an element: its shadow tree isn't part of the canvas otherwise. */
export async function inside(canvas: HTMLElement, selector: string) {
  const element = await waitFor(() => {
    const found = canvas.querySelector<HTMLElement>(selector);
    if (!found?.shadowRoot) throw new Error(`No <${selector}> yet.`);
    return found;
  });
  return within(element.shadowRoot as unknown as HTMLElement);
}

/** Resolves when the element says that it is in this state. */
export async function settled(canvas: HTMLElement, selector: string, state: string): Promise<void> {
  await waitFor(() => {
    if (!canvas.querySelector(selector)?.matches(state)) throw new Error(`<${selector}> isn't ${state} yet.`);
  });
}

/** Waits until a person sees this: it may be there, and hidden, while what it belongs to is still on its way. */
export async function see(get: () => HTMLElement | undefined): Promise<void> {
  await waitFor(() => expect(get()).toBeVisible());
}
