import type { CertificationsChangedDetail } from '@enrollkit/elements';
import { expect } from '@open-wc/testing';
import { isSaid } from '../said.js';
import { button, CertificationHost, part, read, refusal, row, show, tick } from './certification-host.js';
import { sendKeys } from '../../support/keys.js';
import { waitUntil } from '../../support/wait-until.js';
import { expectAccessibleInOneEngine } from '../../support/one-engine.js';

const rows = (element: HTMLElement): string[] =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part~="certification"]')].map(
    ({ dataset }) => `${dataset.certification} ${dataset.state}`,
  );

describe('<product-certifications>', () => {
  it('shows what the product leads to, and nothing to press', async () => {
    const host = new CertificationHost();
    const element = await show(host, {});
    expect(rows(element)).to.deep.equal(['foundation verified']);
    expect(read(row(element, 'foundation'))).to.contain('PRINCE2 Foundation');
    expect(element.shadowRoot!.querySelectorAll('input, button')).to.have.lengthOf(0);
    await expect(element).to.be.accessible();
    host.link();
    await waitUntil(() => element.matches(':state(empty)'));
    expect(read(part(element, 'empty'))).to.contain('Nog niet bekend welk certificaat');
  });

  it('links by a tick, linked ones first, and stays where it was ticked', async () => {
    const host = new CertificationHost();
    const element = await show(host);
    const heard: CertificationsChangedDetail[] = [];
    element.addEventListener('ek-certifications-changed', ({ detail }) => heard.push(detail));
    expect(rows(element)).to.deep.equal(['foundation verified', 'old rejected', 'agile pending']);
    expect(read(row(element, 'old'))).to.contain('Reden: Bestaat niet meer.');
    await expectAccessibleInOneEngine(element);
    tick(element, 'agile').focus();
    await sendKeys({ press: 'Space' });
    await waitUntil(() => heard.length === 1);
    expect(host.calls).to.deep.equal(['link foundation agile']);
    expect(heard[0]).to.deep.equal({
      change: 'linked',
      certificationId: 'agile',
      productId: 'p1',
      certificationIds: ['foundation', 'agile'],
    });
    await isSaid('PRINCE2 Agile is aan de cursus gekoppeld.');
    expect(rows(element).at(-1)).to.equal('agile pending');
    expect(read(row(element, 'agile'))).to.contain('pas na de goedkeuring');
    expect(element.shadowRoot!.activeElement).to.equal(tick(element, 'agile'));
  });

  it('stores every tick of a hurried person, on top of what somebody else changes meanwhile', async () => {
    const host = new CertificationHost();
    let open!: () => void;
    host.gate = new Promise((resolve) => (open = resolve));
    const element = await show(host);
    tick(element, 'agile').click();
    tick(element, 'old').click();
    tick(element, 'foundation').click();
    tick(element, 'old').click();
    host.product = { ...host.product, certificationIds: ['foundation', 'other'], version: 7 };
    open();
    await waitUntil(() => host.product.certificationIds.join(' ') === 'other agile');
    await waitUntil(() => read(part(element, 'list')) && part(element, 'list')!.getAttribute('aria-busy') === 'false');
    expect(['agile', 'old', 'foundation'].map((id) => tick(element, id).checked)).to.deep.equal([true, false, false]);
  });

  it('shows what is stored when a tick could not be, and says why in its row', async () => {
    const host = new CertificationHost();
    host.failures = [refusal('forbidden')];
    const element = await show(host);
    tick(element, 'agile').click();
    await waitUntil(() => row(element, 'agile').querySelector('[part~="problem"]'));
    expect(tick(element, 'agile').checked).to.equal(false);
    expect(read(row(element, 'agile'))).to.contain('hebt hier geen toegang');
    await isSaid('PRINCE2 Agile is niet opgeslagen. Probeer het opnieuw.');
    await expectAccessibleInOneEngine(element);
    tick(element, 'agile').click();
    await waitUntil(() => host.product.certificationIds.includes('agile'));
    await waitUntil(() => !row(element, 'agile').querySelector('[part~="problem"]'));
  });

  it('makes a new one, ticked, by keyboard; asks for a name that is free, and sends the same key again', async () => {
    const host = new CertificationHost();
    host.failures = [refusal('timeout')];
    const element = await show(host);
    part(element, 'add-button')!.focus();
    await sendKeys({ press: 'Enter' });
    const name = (): HTMLInputElement => element.shadowRoot!.querySelector('#name')!;
    await waitUntil(() => element.shadowRoot!.activeElement === name());
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => read(part(element, 'fault')) === 'Vul een naam in.');
    await sendKeys({ type: ' prince2 agile' });
    await waitUntil(() => read(part(element, 'fault')).includes('al een certificering met deze naam'));
    await expectAccessibleInOneEngine(element);
    await sendKeys({ type: ' 2' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => part(element, 'problem'));
    expect(name().value).to.equal(' prince2 agile 2');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => host.product.certificationIds.join(' ') === 'foundation c3');
    expect(host.keys[0]).to.equal(host.keys[1]);
    await waitUntil(() => element.shadowRoot!.activeElement === tick(element, 'c3'));
    expect(rows(element)[0]).to.equal('c3 pending');
    expect(tick(element, 'c3').checked).to.equal(true);
    expect(part(element, 'form')).to.equal(null);
  });

  it('is verified, rejected with a reason and undone by platform staff, who see all of a provider', async () => {
    const host = new CertificationHost();
    const element = await show(host, { productId: undefined, reviewable: true }, 'en');
    const heard: string[] = [];
    element.addEventListener('ek-certifications-changed', ({ detail }) => heard.push(detail.change));
    expect(rows(element)).to.deep.equal(['agile pending', 'old rejected', 'foundation verified']);
    expect(element.shadowRoot!.querySelectorAll('input')).to.have.lengthOf(0);
    button(element, 'agile', 'reject')!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'reason');
    button(element, 'agile', 'reject')!.click();
    await waitUntil(() => read(part(element, 'fault')).startsWith('Write down why'));
    await expectAccessibleInOneEngine(element);
    await sendKeys({ type: 'No such exam.' });
    button(element, 'agile', 'reject')!.click();
    await waitUntil(() => rows(element).includes('agile rejected'));
    expect(read(row(element, 'agile'))).to.contain('Reason: No such exam.');
    await waitUntil(() => element.shadowRoot!.activeElement === button(element, 'agile', 'undo'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rows(element).includes('agile pending'));
    button(element, 'agile', 'verify')!.click();
    await waitUntil(() => rows(element).includes('agile verified'));
    await isSaid('PRINCE2 Agile has been verified.');
    expect(host.calls).to.deep.equal(['reject agile No such exam.', 'undo agile', 'verify agile 3']);
    expect(heard).to.deep.equal(['rejected', 'reopened', 'verified']);
    await expectAccessibleInOneEngine(element);
  });

  it('says in the row why a review was refused, and shows what it has become', async () => {
    const host = new CertificationHost();
    const element = await show(host, { reviewable: true, editable: true });
    const current = { ...host.certifications[0]!, verified: true, version: 9 };
    host.failures = [refusal('conflict', { current })];
    button(element, 'agile', 'verify')!.click();
    await waitUntil(() => row(element, 'agile').querySelector('[part~="problem"]'));
    expect(read(row(element, 'agile'))).to.contain('Iemand anders heeft dit intussen gewijzigd');
  });

  it('reads every page and finds among many', async () => {
    const host = new CertificationHost();
    host.certifications = Array.from({ length: 620 }, (_, index) => ({
      ...host.certifications[1]!,
      id: `c${index}`,
      name: `Certificering ${index}`,
    }));
    const element = await show(host, { productId: undefined, reviewable: true });
    expect(rows(element)).to.have.lengthOf(620);
    const search = part(element, 'search') as HTMLInputElement;
    search.focus();
    await sendKeys({ type: '619' });
    await waitUntil(() => rows(element).join() === 'c619 verified');
    await isSaid('1 certificering gevonden.');
  });

  it('asks nobody to add the first one who only reviews', async () => {
    const host = new CertificationHost();
    host.certifications = [];
    const element = await show(host, { productId: undefined, reviewable: true });
    expect(read(part(element, 'empty'))).to.equal('Er zijn nog geen certificeringen.');
  });
});
