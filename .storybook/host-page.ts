import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';

/**
 * Puts every story in a host page as the toolbar, or the story's own globals, asks for it. The page of docs shows many
 * stories at once, so each has its own; alone on the canvas the host page is the whole document.
 */
export const withHostPage: Decorator = (story, { globals, viewMode }) => {
  const { language, theme, direction, brand } = globals as Record<string, string>;
  if (viewMode === 'story') {
    const root = document.documentElement;
    root.lang = language ?? 'nl';
    root.dir = direction ?? 'ltr';
    root.dataset.theme = theme;
  }
  return html`<div class="host-page" lang=${language} dir=${direction} data-theme=${theme} data-brand=${brand}>
    ${story()}
  </div>`;
};
