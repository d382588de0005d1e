import type { Decorator } from '@storybook/web-components-vite';

/** Makes the canvas the host page that the toolbar (or the story's own globals) asks for. */
export const withHostPage: Decorator = (story, { globals }) => {
  const root = document.documentElement;
  root.lang = String(globals.language ?? 'nl');
  root.dir = String(globals.direction ?? 'ltr');
  root.dataset.theme = String(globals.theme ?? 'light');
  root.dataset.brand = String(globals.brand ?? 'none');
  return story();
};
