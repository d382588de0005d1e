// Hosts give the kit their brand's colour, which suits a button; as text or as a ring it may be lost on their page.
import '@enrollkit/elements/feed-check.js';
import { expect, fixture, html } from '@open-wc/testing';

const ACCENTS = ['#9dff20', '#ffff00', '#ffffff', '#ffd7e8', '#1a4548', '#00007f', '#000000', '#c00000', '#808080'];
const PAGES = [
  { background: '#ffffff', color: '#222222' },
  { background: '#d1e4dd', color: '#28303d' },
  // Says nothing of a colour scheme.
  { background: '#101418', color: '#f4f4f4' },
];

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;

/** As the screen has it: its luminance by WCAG 2. */
function luminance(color: string): number {
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

it('every accent can be read as a link and seen as a ring, on light pages and on dark ones', async () => {
  for (const { background, color } of PAGES) {
    for (const accent of ACCENTS) {
      const page = await fixture<HTMLElement>(
        html`<div style="background: ${background}; color: ${color}; --ek-accent: ${accent}">
          <feed-check></feed-check>
        </div>`,
      );
      const { renderRoot } = page.querySelector('feed-check')!;
      const zone = renderRoot.querySelector<HTMLElement>('.zone')!;
      const on = `${accent} on ${background}`;
      expect(contrast(getComputedStyle(zone.querySelector('.link')!).color, background), on).to.be.above(4.5);
      zone.querySelector('input')!.focus({ focusVisible: true });
      expect(getComputedStyle(zone).outlineStyle).to.equal('solid');
      expect(contrast(getComputedStyle(zone).outlineColor, background), on).to.be.above(3);
    }
  }
});
