import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';

describe('real keys and pointer in every engine', () => {
  it('type, move the focus, press and click', async () => {
    const form = await fixture(html`<form><input aria-label="Name" /><button type="button">Count</button></form>`);
    const input = form.querySelector('input')!;
    const button = form.querySelector('button')!;
    let clicks = 0;
    button.addEventListener('click', () => clicks++);

    input.focus();
    await sendKeys({ type: 'abc' });
    expect(input.value).to.equal('abc');

    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(button);

    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Space' });
    const { x, y, width, height } = button.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    expect(clicks).to.equal(3);

    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(document.activeElement).to.equal(input);
  });

  it('size the page', async () => {
    await setViewport({ width: 500, height: 400 });
    expect([innerWidth, innerHeight]).to.deep.equal([500, 400]);
  });
});
