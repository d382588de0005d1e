// What a host puts an element in: none may get wider for it than the page has room, nor the element vanish in it.
import { expect } from '@open-wc/testing';
import { EVERY_ELEMENT, visit } from './every-element.js';
import { everyRecord } from './every-record.js';

const ROOM = 320;
/** What is left beside borders, padding and the mark of a list. */
const LEAST = 200;

/** Boxes that ask what they hold how wide it would like to be. The element comes where the slot is. */
const BOXES: Readonly<Record<string, string>> = {
  fieldset: '<fieldset><slot></slot></fieldset>',
  'a cell of a table': '<table><tr><td><slot></slot></td></tr></table>',
  'a row of boxes': '<div style="display:flex"><slot></slot></div>',
  'a box in a row': '<div style="display:flex"><div><slot></slot></div></div>',
  'a box in a grid': '<div style="display:grid"><div><slot></slot></div></div>',
  'a box in a grid of what fits': '<div style="display:grid;grid-template-columns:auto"><div><slot></slot></div></div>',
  'a box as large as what it holds': '<div style="display:inline-block"><slot></slot></div>',
  'a box to one side': '<div style="float:left"><slot></slot></div>',
  'a list of terms': '<dl><dt>Cursus</dt><dd><slot></slot></dd></dl>',
};

it('every element fits a phone in whatever box a host puts it', async () => {
  const found: string[] = [];
  for (const [tag, shapes] of Object.entries(EVERY_ELEMENT)) {
    const records = await everyRecord();
    const { steps: _, ...untouched } = shapes[0]!;
    for (const [name, box] of Object.entries(BOXES)) {
      await visit(untouched, records, records[untouched.as ?? 'provider'], (element) => {
        const place = element.parentElement!;
        place.style.inlineSize = `${ROOM}px`;
        const page = document.createElement('div');
        page.innerHTML = box;
        place.append(page);
        page.querySelector('slot')!.replaceWith(element);
        const outer = page.firstElementChild!.getBoundingClientRect();
        const { width } = element.getBoundingClientRect();
        if (outer.width > ROOM || page.scrollWidth > ROOM)
          found.push(`${tag} widens ${name} to ${page.scrollWidth} px`);
        if (width < LEAST) found.push(`${tag} is ${Math.round(width)} px wide in ${name}`);
      });
    }
  }
  expect(found).to.deep.equal([]);
});
