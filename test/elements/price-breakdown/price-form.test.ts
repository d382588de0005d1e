import { expect, fixture, html } from '@open-wc/testing';
import type { PriceBreakdown } from '@enrollkit/elements/price-breakdown.js';
import { course } from './courses.js';
import { boxes, heardChanges } from './price-page.js';

async function form(): Promise<{ form: HTMLFormElement; element: PriceBreakdown; sent: () => unknown[] }> {
  const form = await fixture<HTMLFormElement>(
    html`<form lang="nl">
      <fieldset><price-breakdown name="extra" selectable .product=${course}></price-breakdown></fieldset>
    </form>`,
  );
  const element = form.querySelector('price-breakdown')!;
  await element.updateComplete;
  return { form, element, sent: () => [...new FormData(form).entries()] };
}

describe('<price-breakdown> in a form', () => {
  it('sends nothing until something is chosen', async () => {
    const { sent, element, form: owner } = await form();
    expect(sent()).to.deep.equal([]);
    expect(element.form).to.equal(owner);
  });

  it('sends one entry for each chosen optional cost, already while it tells so', async () => {
    const { element, sent } = await form();
    let seen: unknown;
    element.addEventListener('ek-price-change', () => (seen = sent()), { once: true });
    boxes(element)[1]!.click();
    expect(seen).to.deep.equal([['extra', 'fee']]);
    boxes(element)[0]!.click();
    expect(sent()).to.deep.equal([
      ['extra', 'lunch'],
      ['extra', 'fee'],
    ]);
  });

  it('never sends mandatory or unknown costs', async () => {
    const { element, sent } = await form();
    element.selectedCosts = ['stay', 'nope', 'lunch'];
    await element.updateComplete;
    expect(sent()).to.deep.equal([['extra', 'lunch']]);
  });

  it('sends nothing without a name', async () => {
    const { element, sent } = await form();
    element.selectedCosts = ['lunch'];
    element.name = undefined;
    await element.updateComplete;
    expect(sent()).to.deep.equal([]);
  });

  it('belongs to the form that it names, also where a framework sets that as a property', async () => {
    const page = await fixture(
      html`<div>
        <form id="elsewhere"></form>
        <price-breakdown></price-breakdown>
      </div>`,
    );
    const element = page.querySelector('price-breakdown')!;
    element.form = 'elsewhere';
    expect(element.form).to.equal(page.querySelector('form'));
    element.form = undefined;
    expect(element.form).to.equal(null);
  });

  it('goes back to nothing chosen when the form is reset, and tells nothing', async () => {
    const { element, form: owner, sent } = await form();
    boxes(element)[0]!.click();
    const heard = heardChanges(element);
    owner.reset();
    await element.updateComplete;
    expect(boxes(element).map((box) => box.checked)).to.deep.equal([false, false]);
    expect(sent()).to.deep.equal([]);
    expect(heard).to.deep.equal([]);
  });

  it('is disabled by its fieldset, and by itself', async () => {
    const { element, form: owner, sent } = await form();
    boxes(element)[0]!.click();
    const fieldset = owner.querySelector('fieldset')!;
    for (const disabled of [fieldset, element]) {
      disabled.disabled = true;
      await element.updateComplete;
      await element.updateComplete;
      expect(boxes(element).every((box) => box.disabled)).to.equal(true);
      expect(element).to.match(':state(disabled)');
      expect(sent()).to.deep.equal([]);
      disabled.disabled = false;
      await element.updateComplete;
      await element.updateComplete;
      expect(boxes(element).some((box) => box.disabled)).to.equal(false);
      expect(sent()).to.deep.equal([['extra', 'lunch']]);
    }
  });

  it('takes back what the browser kept of it', async () => {
    const { element, sent } = await form();
    element.formStateRestoreCallback('["fee"]');
    await element.updateComplete;
    expect(sent()).to.deep.equal([['extra', 'fee']]);
    for (const broken of ['{', 'null', null]) element.formStateRestoreCallback(broken);
    await element.updateComplete;
    expect(sent()).to.deep.equal([['extra', 'fee']]);
  });
});
