import { expect, fixture, html } from '@open-wc/testing';
import type { StartingDates } from '@enrollkit/elements/starting-dates.js';
import { all, clock, everyKind, heardChanges, productOf, radios, start } from './start-page.js';
import { sendKeys } from '../../support/keys.js';

async function form(product = everyKind, value?: string) {
  const form = await fixture<HTMLFormElement>(
    html`<form lang="nl">
      <label for="dates">Wanneer wil je beginnen?</label>
      <fieldset>
        <starting-dates
          id="dates"
          name="start"
          selectable
          required
          .backend=${{ clock }}
          .product=${product}
        ></starting-dates>
      </fieldset>
      <button>Boek</button>
    </form>`,
  );
  const element = form.querySelector('starting-dates')!;
  if (value !== undefined) element.setAttribute('value', value);
  await element.updateComplete;
  return { form, element, sent: () => [...new FormData(form).entries()] };
}

const checked = (element: StartingDates) =>
  radios(element)
    .filter((radio) => radio.checked)
    .map(({ value }) => value);

describe('<starting-dates> in a form', () => {
  it('has nothing chosen beforehand, and keeps the form from being sent without', async () => {
    const { form: owner, element, sent } = await form();
    expect(checked(element)).to.deep.equal([]);
    expect(sent()).to.deep.equal([]);
    expect(element.form).to.equal(owner);
    expect(element.validity.valueMissing).to.equal(true);
    expect(element.validationMessage).to.equal('Kies een startdatum.');
    expect(owner.checkValidity()).to.equal(false);
    await element.updateComplete;
    expect(element).to.match(':state(invalid)');
    expect(all(element, '[role="radiogroup"]')[0]).to.have.attribute('aria-invalid', 'true');
  });

  it('brings the focus to the first start when the form is sent without', async () => {
    const { form: owner, element } = await form();
    owner.requestSubmit();
    await element.updateComplete;
    expect(document.activeElement).to.equal(element);
    expect(element.shadowRoot!.activeElement).to.equal(radios(element)[0]);
  });

  it('sends the id of the chosen start, already while it tells so', async () => {
    const { element, sent, form: owner } = await form();
    let seen: unknown;
    element.addEventListener('ek-start-change', () => (seen = sent()), { once: true });
    const heard = heardChanges(element);
    radios(element)[1]!.click();
    expect(seen).to.deep.equal([['start', 'later']]);
    expect(heard).to.deep.equal([{ productId: 'course', startingDateId: 'later', start: everyKind.startingDates[0] }]);
    expect(owner.checkValidity()).to.equal(true);
    expect(element.chosenStart).to.equal(everyKind.startingDates[0]);
  });

  it('is chosen from with the arrow keys, past what can’t be booked', async () => {
    const { element, sent } = await form();
    element.focus();
    await sendKeys({ press: 'Space' });
    expect(sent()).to.deep.equal([['start', 'guaranteed']]);
    await sendKeys({ press: 'ArrowDown' });
    expect(sent()).to.deep.equal([['start', 'later']]);
    await sendKeys({ press: 'ArrowDown' });
    expect(sent()).to.deep.equal([['start', 'month']]);
    await sendKeys({ press: 'ArrowUp' });
    expect(sent()).to.deep.equal([['start', 'later']]);
  });

  it('never takes a start that can’t be booked, whoever asks for it', async () => {
    for (const value of ['full', 'closed', 'cancelled', 'over', 'nope']) {
      const { element, sent } = await form(everyKind, value);
      expect(checked(element), value).to.deep.equal([]);
      expect(sent(), value).to.deep.equal([]);
      element.formStateRestoreCallback(value);
      await element.updateComplete;
      expect(sent(), value).to.deep.equal([]);
    }
  });

  it('takes the only start when it can be booked, and nothing when it can’t', async () => {
    const one = await form(productOf([start('only', '2026-10-01'), start('over', '2026-01-01')]));
    expect(one.sent()).to.deep.equal([['start', 'only']]);
    const full = await form(productOf([start('only', '2026-10-01', { maxSeats: 0 })]));
    expect(full.sent()).to.deep.equal([]);
    expect(full.element.validationMessage).to.match(/^Er zijn nu geen startdata die je kunt boeken\./);
  });

  it('asks for nothing of a product that has no starts', async () => {
    const { form: owner } = await form(productOf([], { productType: 'elearning' }));
    expect(owner.checkValidity()).to.equal(true);
  });

  it('goes back to its attribute when the form is reset, and tells nothing', async () => {
    const { element, form: owner, sent } = await form(everyKind, 'later');
    radios(element)[0]!.click();
    const heard = heardChanges(element);
    owner.reset();
    await element.updateComplete;
    expect(checked(element)).to.deep.equal(['later']);
    expect(sent()).to.deep.equal([['start', 'later']]);
    expect(heard).to.deep.equal([]);
  });

  it('is disabled by its fieldset, and by itself', async () => {
    const { element, form: owner, sent } = await form();
    radios(element)[0]!.click();
    for (const disabled of [owner.querySelector('fieldset')!, element]) {
      disabled.disabled = true;
      await element.updateComplete;
      await element.updateComplete;
      expect(radios(element).every((radio) => radio.disabled)).to.equal(true);
      expect(element).to.match(':state(disabled)');
      expect(sent()).to.deep.equal([]);
      expect(owner.checkValidity()).to.equal(true);
      disabled.disabled = false;
      await element.updateComplete;
      await element.updateComplete;
      expect(sent()).to.deep.equal([['start', 'guaranteed']]);
    }
  });

  it('takes back what the browser kept of it', async () => {
    const { element, sent } = await form();
    element.formStateRestoreCallback('month');
    await element.updateComplete;
    expect(checked(element)).to.deep.equal(['month']);
    expect(sent()).to.deep.equal([['start', 'month']]);
  });

  it('is named by the label of the page, and focused by a press on it', async () => {
    const { element, form: owner } = await form();
    expect(all(element, '[role="radiogroup"]')[0]).to.have.attribute('aria-label', 'Wanneer wil je beginnen?');
    owner.querySelector('label')!.click();
    expect(element.shadowRoot!.activeElement).to.equal(radios(element)[0]);
  });
});
