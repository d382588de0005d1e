import type { StoryContext } from '@storybook/web-components-vite';
import { waitFor } from 'storybook/test';
import { initialGlobals } from '../toolbars.js';
import { drawingOf } from './draw-parts.js';
import { ANATOMY } from './drawn-states.js';

/** As the runs of the stories have it. */
const ROOM = 1000;

/** After a story's steps: what the anatomy says of it is there, and has its number where it is. */
export async function expectParts({ id, component, globals, viewMode, canvasElement }: StoryContext): Promise<void> {
  const tag = typeof component === 'string' ? component : '';
  const parts = ANATOMY[tag]?.[id.replace(/.*--/, '')];
  const isAsWritten = Object.entries(initialGlobals).every(([name, value]) => globals[name] === value);
  const page = canvasElement.ownerDocument;
  // Where there is little room some parts give way, which the page of an element says by itself.
  const hasRoom = page.documentElement.clientWidth >= ROOM;
  if (!parts || viewMode !== 'story' || !isAsWritten || !hasRoom) return;
  const { draw, remove } = drawingOf(page, tag, parts);
  try {
    // A state without steps of its own may still be on its way.
    await waitFor(() => {
      const boxes = draw();
      const missing = parts.filter((part) => !boxes.has(part));
      if (missing.length > 0) throw new Error(`The anatomy of <${tag}> draws ${missing.join(', ')}: not to be seen.`);
      for (const marker of page.querySelectorAll<HTMLElement>('.anatomy [data-part]')) {
        const [box] = boxes.get(marker.dataset.part ?? '') ?? [];
        const { left, right, top, bottom } = marker.getBoundingClientRect();
        const isAtIt = box && left <= box.right && right >= box.left && top <= box.bottom && bottom >= box.top;
        if (!isAtIt) throw new Error(`The number of ${marker.dataset.part} isn't where that part is.`);
      }
    });
  } finally {
    remove();
  }
}
