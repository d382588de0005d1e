import '@enrollkit/elements/booking-withdrawal.js';
import type { Enrollment, WithdrawalStatement, WriteOptions } from '@enrollkit/core';
import type { BookingWithdrawal, HostBackend } from '@enrollkit/elements';
import { expect, fixture, html } from '@open-wc/testing';
import { saved } from '../saved.js';
import { sendKeys } from '../../support/keys.js';
import { waitUntil } from '../../support/wait-until.js';
import { expectAccessibleInOneEngine } from '../../support/one-engine.js';

const contract: Enrollment = {
  id: 'e1',
  productId: 'p1',
  participant: { name: 'Jan Jansen', email: 'jan@example.nl' },
  startDate: '2026-10-19',
  bookingState: 'accepted',
  consumer: true,
  acceptedAt: '2026-08-25T09:00:00.000Z',
  status: 'enrolled',
  history: [],
  version: 1,
};

interface Host {
  readonly backend: HostBackend;
  readonly statements: [WithdrawalStatement, string | undefined][];
  fail: Error | undefined;
}

function hostOf(more: Partial<Enrollment>): Host {
  let enrollment: Enrollment = { ...contract, ...more };
  const host: Host = {
    statements: [],
    fail: undefined,
    backend: {
      clock: () => '2026-09-01T10:00:00.000Z',
      getEnrollment: async () => enrollment,
      getProduct: async () => ({ name: 'PRINCE2 Foundation' }) as never,
      withdrawEnrollment: async (_id: string, statement: WithdrawalStatement, options?: WriteOptions) => {
        host.statements.push([statement, options?.idempotencyKey]);
        if (host.fail) throw host.fail;
        enrollment = {
          ...enrollment,
          bookingState: 'withdrawn',
          status: 'cancelled',
          withdrawnAt: '2026-09-01T10:05:00.000Z',
          withdrawal: statement,
          version: 2,
        };
        return enrollment;
      },
    },
  };
  return host;
}

const part = (element: BookingWithdrawal, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector(`[part~="${name}"]`);
const read = (node: Element | null): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const focused = (element: BookingWithdrawal): Element | null => element.shadowRoot!.activeElement;

async function show(host: Host, lang = 'nl'): Promise<BookingWithdrawal> {
  const page = await fixture(html`<div lang=${lang}></div>`);
  const element = document.createElement('booking-withdrawal');
  Object.assign(element, { backend: host.backend, enrollmentId: 'e1' });
  page.append(element);
  await waitUntil(
    () => part(element, 'withdraw-button') ?? part(element, 'obstacle') ?? part(element, 'acknowledgement'),
  );
  return element;
}

async function confirmed(element: BookingWithdrawal): Promise<void> {
  part(element, 'withdraw-button')!.click();
  await waitUntil(() => part(element, 'next-button'));
  part(element, 'next-button')!.click();
  await waitUntil(() => part(element, 'confirm-button'));
}

describe('<booking-withdrawal>', () => {
  it('says what it does and until when, and withdraws in two steps by keyboard', async () => {
    const host = hostOf({});
    const element = await show(host);
    const heard: string[] = [];
    for (const name of ['ek-withdraw', 'ek-withdrawn'] as const)
      element.addEventListener(name, ({ detail }) => heard.push(`${name} ${detail.enrollmentId} ${detail.email}`));
    expect(read(part(element, 'withdrawal'))).to.equal(
      'Je kunt tot en met 8 september 2026 herroepen, zonder opgave van reden. Overeenkomst herroepen',
    );
    await expect(element).to.be.accessible();
    part(element, 'withdraw-button')!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(element)?.id === 'name');
    await expectAccessibleInOneEngine(element);
    expect(read(part(element, 'withdrawal'))).to.contain('PRINCE2 Foundation, 19 oktober 2026 (e1)');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => part(element, 'confirm-button'));
    expect(read(part(element, 'withdrawal'))).to.contain('Jan Jansen herroept de overeenkomst voor PRINCE2 Foundation');
    expect(host.statements).to.deep.equal([]);
    await expectAccessibleInOneEngine(element);
    part(element, 'confirm-button')!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => part(element, 'acknowledgement'));
    expect(read(part(element, 'acknowledgement'))).to.contain(
      'Ontvangen op 1 september 2026 12:05 (Europe/Amsterdam).',
    );
    expect(host.statements.map(([statement]) => statement)).to.deep.equal([
      { name: 'Jan Jansen', email: 'jan@example.nl' },
    ]);
    await waitUntil(() => heard.length === 2);
    expect(heard).to.deep.equal(['ek-withdraw e1 jan@example.nl', 'ek-withdrawn e1 jan@example.nl']);
    await expectAccessibleInOneEngine(element);
  });

  it('names the contract with the space that French has before its colon', async () => {
    for (const [lang, words] of [
      ['fr', 'Contrat\u00a0: PRINCE2 Foundation'],
      ['de', 'Vertrag: PRINCE2 Foundation'],
    ] as const) {
      const element = await show(hostOf({}), lang);
      part(element, 'withdraw-button')!.click();
      await waitUntil(() => element.shadowRoot!.textContent.includes(words));
    }
  });

  it('says why nobody can withdraw', async () => {
    const WHY = [
      [{ consumer: false }, 'niet als consument gedaan'],
      [{ acceptedAt: '2026-08-01T09:00:00.000Z' }, 'De termijn om te herroepen is voorbij.'],
      [{ bookingState: 'cancelled', status: 'cancelled' }, 'al beëindigd'],
      [{ allowed: [] }, 'kan hier niet worden herroepen'],
    ] as const;
    for (const [more, sentence] of WHY) {
      const element = await show(hostOf(more));
      expect(read(part(element, 'obstacle'))).to.contain(sentence);
      expect(part(element, 'withdraw-button')).to.equal(null);
    }
  });

  it('takes a request back at any time, and shows an acknowledgement again later, in English', async () => {
    const request = { bookingState: 'requested', status: 'unknown', consumer: false } as const;
    expect(read(part(await show(hostOf(request), 'en'), 'withdraw-button'))).to.equal('Cancel the request');
    const withdrawal = { name: 'Jan', email: 'prive@example.nl' };
    const element = await show(
      hostOf({ bookingState: 'withdrawn', status: 'cancelled', withdrawnAt: '2026-09-01T10:05:00.000Z', withdrawal }),
      'en',
    );
    expect(read(part(element, 'acknowledgement'))).to.contain('The acknowledgement goes to prive@example.nl.');
    // To keep: what was stated, of which contract, by whom, and when it came in.
    expect(await saved(() => part(element, 'save-button')!.click())).to.deep.equal({
      name: 'withdrawal-e1.txt',
      text: [
        'Withdrawn',
        'Jan withdraws from the contract for PRINCE2 Foundation, 19\u00a0October 2026 (e1).',
        'Received on 1\u00a0September 2026 12:05 (Europe/Amsterdam).',
        'The acknowledgement goes to prive@example.nl.',
        '',
      ].join('\n'),
    });
  });

  it('goes on only with a name and an address, and says which is missing', async () => {
    const element = await show(hostOf({ participant: { name: '', email: 'jan' } }));
    part(element, 'withdraw-button')!.click();
    await waitUntil(() => part(element, 'next-button'));
    part(element, 'next-button')!.click();
    await waitUntil(() => focused(element)?.id === 'name');
    expect([...element.shadowRoot!.querySelectorAll('.fault')].map(read)).to.deep.equal([
      'Vul je naam in.',
      'Dit is geen e-mailadres. Vul het in als naam@voorbeeld.nl.',
    ]);
    await expectAccessibleInOneEngine(element);
  });

  it('does nothing when the page says no; says what went wrong, and sends the same key again', async () => {
    const host = hostOf({});
    const element = await show(host);
    await confirmed(element);
    element.addEventListener('ek-withdraw', (event) => event.preventDefault(), { once: true });
    part(element, 'confirm-button')!.click();
    expect(host.statements).to.deep.equal([]);
    host.fail = Object.assign(new Error('slow'), { code: 'timeout' });
    part(element, 'confirm-button')!.click();
    part(element, 'confirm-button')!.click();
    await waitUntil(() => part(element, 'problem'));
    host.fail = undefined;
    part(element, 'confirm-button')!.click();
    await waitUntil(() => part(element, 'acknowledgement'));
    expect(host.statements).to.have.lengthOf(2);
    expect(host.statements[0]![1]).to.equal(host.statements[1]![1]);
  });
});
