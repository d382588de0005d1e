import type { Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import customElements from '../packages/elements/custom-elements.json' with { type: 'json' };
import { CONTRAST_ONCE, markSameColours, SAME_COLOURS } from '../stories/support/same-colours.js';
import { expectParts } from './anatomy/expect-parts.js';
import { showCode } from './code/show-code.js';
import { extractArgTypes, initialArgs, onlyTheElement } from './controls/arg-types.js';
import { withControls } from './controls/with-controls.js';
import { ElementPage } from './pages/element-page.js';
import { withHostPage } from './host/host-page.js';
import { globalTypes, initialGlobals } from './toolbars.js';
import './host/host-page.css';
import './pages/docs-page.css';

setCustomElementsManifest(customElements);

/** In the run of all stories (test/stories/run.js): a person who looks at one gets to know of each text. */
const isRun = 'runsAllStories' in globalThis;

export default {
  decorators: [withControls, withHostPage],
  afterEach: [expectParts, () => (isRun ? markSameColours(SAME_COLOURS) : undefined)],
  globalTypes,
  initialGlobals: { ...initialGlobals },
  argTypesEnhancers: [onlyTheElement],
  argsEnhancers: [initialArgs],
  parameters: {
    a11y: { test: 'error', config: { rules: [CONTRAST_ONCE] } },
    backgrounds: { disable: true },
    controls: { expanded: true, sort: 'none' },
    docs: { codePanel: true, page: ElementPage, extractArgTypes, source: { transform: showCode } },
    layout: 'padded',
    options: {
      storySort: {
        order: [
          'Start here',
          'Embed',
          'Design',
          'Elements',
          ['Enrollment status', 'Certificate upload', 'Price breakdown'],
        ],
      },
    },
  },
  tags: ['autodocs'],
} satisfies Preview;
