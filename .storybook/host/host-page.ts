import type { Decorator } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { TAGS } from '../manifest.js';
import type { Modes } from '../toolbars.js';
import { answerAs } from './host-answers.js';
import { emulateMedia } from './emulate-media.js';
import { OWN_BRAND, wearOwnBrand } from './own-brand.js';
import { modesNow, renderedOnce } from './when-played.js';

/**
 * Puts every story in a host page as the toolbar, or the story's own globals, asks for it. The page of docs shows many
 * stories at once, so each has its own; alone on the canvas the host page is the whole document.
 */
export const withHostPage: Decorator = (story, context) => {
  const { viewMode } = context;
  const modes = modesNow(context);
  if (viewMode === 'story') {
    const root = document.documentElement;
    root.lang = modes.language;
    root.dir = modes.direction;
    root.dataset.theme = modes.theme;
  }
  emulateMedia({ forced: modes.colours === 'forced', reduced: modes.motion === 'reduced' });
  return hostPage(
    modes,
    renderedOnce(context, () => story() as TemplateResult),
  );
};

/** One host page, with what is in it. */
export function hostPage(modes: Modes, content: TemplateResult): TemplateResult {
  const { language, direction, theme, brand, density, width } = modes;
  if (brand === OWN_BRAND) wearOwnBrand();
  // The template comes last, when the elements before it are there and have asked for nothing yet.
  const settled = (marker: Element | undefined): void => {
    const page = marker?.parentElement;
    for (const element of page?.querySelectorAll<HTMLElement>(TAGS.join()) ?? []) {
      // A page within a page has modes of its own.
      if (element.closest('.host-page') === page) answerAs(element, modes);
    }
  };
  return html`<div
    class="host-page"
    lang=${language}
    dir=${direction}
    data-theme=${theme}
    data-brand=${brand}
    data-density=${density}
    data-width=${width}
  >
    ${content}<template ${ref(settled)}></template>
  </div>`;
}
