import type { Issue } from '@enrollkit/core';
import type { EnrollkitBackend } from '@enrollkit/elements';
import '@enrollkit/elements/enrollkit-backend.js';
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '../../support/keys.js';
import { waitUntil } from '../../support/wait-until.js';
import { HostRecords } from '../enrollment-status/host-backend.js';
import '@enrollkit/elements/enrollment-status.js';
import { isSaid, said } from '../said.js';

/** What a backend keeps, as a page is told of it. */
interface Kept {
  readonly id: number;
  readonly method: string;
  readonly enrollmentId: string;
  readonly to?: 'completed' | 'no-show';
  readonly fileName?: string;
  readonly queuedAt: string;
  readonly state: 'waiting' | 'failed';
  readonly isFromHere: boolean;
  readonly problem?: { readonly code: string; readonly issues?: readonly Issue[] };
}

const refused = (id: number, fields: Partial<Kept> = {}): Kept => ({
  id,
  method: 'changeStatus',
  enrollmentId: 'e1',
  ...(fields.fileName === undefined && { to: 'completed' as const }),
  queuedAt: '2026-08-31T10:00:00.000Z',
  state: 'failed',
  isFromHere: false,
  problem: { code: 'conflict' },
  ...fields,
});

/** A list of a person's own making. */
class Queue {
  readonly retried: number[] = [];
  readonly #listeners = new Set<(items: readonly Kept[]) => void>();
  #items: readonly Kept[];

  constructor(...items: readonly Kept[]) {
    this.#items = items;
  }

  set(...items: readonly Kept[]): void {
    this.#items = items;
    for (const listener of this.#listeners) listener(items);
  }

  readonly items = async (): Promise<readonly Kept[]> => this.#items;
  readonly subscribe = (listener: (items: readonly Kept[]) => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  readonly retry = async (id: number): Promise<void> => {
    this.retried.push(id);
    this.set(...this.#items.map((item) => (item.id === id ? { ...item, state: 'waiting' as const } : item)));
  };
  readonly discard = async (id: number): Promise<void> => this.set(...this.#items.filter((item) => item.id !== id));
}

const show = async (queue: Queue, lang = 'nl'): Promise<EnrollkitBackend> => {
  const backend = { ...new HostRecords().backend(), queue };
  const page = await fixture(html`<div lang=${lang}><enrollkit-backend .backend=${backend}></enrollkit-backend></div>`);
  return page.querySelector('enrollkit-backend')!;
};
const notice = (page: EnrollkitBackend): Element | null => page.shadowRoot!.querySelector('enrollkit-backend-refused');
const rows = (page: EnrollkitBackend): string[] =>
  [...(notice(page)?.shadowRoot?.querySelectorAll('li .what') ?? [])].map((row) =>
    row.textContent.replace(/\s+/g, ' ').trim(),
  );
const buttons = (page: EnrollkitBackend): HTMLButtonElement[] => [
  ...(notice(page)?.shadowRoot?.querySelectorAll('button') ?? []),
];
const names = (page: EnrollkitBackend): string[] => buttons(page).map((button) => button.ariaLabel ?? '');

describe('What was refused after its page was gone', () => {
  it('is told with whom it is about, why, and what can be done', async () => {
    const page = await show(
      new Queue(
        refused(1),
        refused(2, { fileName: 'scan.pdf', method: 'uploadCertificate', problem: { code: 'invalid' } }),
        refused(3, { to: 'no-show', problem: { code: 'timeout' } }),
        refused(4, { enrollmentId: 'gone', problem: { code: 'not-found' } }),
        refused(5, { state: 'waiting' }),
      ),
    );
    await waitUntil(() => rows(page).length === 4);
    expect(rows(page)).to.deep.equal([
      'Sanne Jansen: Afgerond Gekozen op 31 augustus 2026. Iemand anders heeft intussen Gestart gekozen.',
      'Sanne Jansen: certificaat scan.pdf Gekozen op 31 augustus 2026. De server neemt dit bestand niet aan. Bekijk de inschrijving en upload een ander bestand.',
      'Sanne Jansen: No-show Gekozen op 31 augustus 2026. Dit is te lang bewaard om nog te versturen. Bekijk hoe het er nu voor staat en kies zo nodig opnieuw.',
      'Onbekende deelnemer: Afgerond Gekozen op 31 augustus 2026. Deze inschrijving is niet meer te vinden.',
    ]);
    expect(names(page)).to.deep.equal([
      'Toch Afgerond: Sanne Jansen: Afgerond',
      'Laten zoals het is: Sanne Jansen: Afgerond',
      'Opnieuw proberen: Sanne Jansen: certificaat scan.pdf',
      'Niet uploaden: Sanne Jansen: certificaat scan.pdf',
      'Laten zoals het is: Sanne Jansen: No-show',
      'Opnieuw proberen: Onbekende deelnemer: Afgerond',
      'Laten zoals het is: Onbekende deelnemer: Afgerond',
    ]);
    await isSaid('4 wijzigingen zijn niet opgeslagen');
    await expect(notice(page)).to.be.accessible();
  });

  it('is decided by keyboard, one after the other, and is gone then', async () => {
    const queue = new Queue(refused(1), refused(2, { to: 'no-show' }));
    const page = await show(queue);
    await waitUntil(() => rows(page).length === 2);
    buttons(page)[0]!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rows(page).length === 1);
    expect(queue.retried).to.deep.equal([1]);
    const root = notice(page)!.shadowRoot!;
    await waitUntil(() => root.activeElement?.textContent.trim() === '1 wijziging is niet opgeslagen');
    buttons(page)[1]!.focus();
    await sendKeys({ press: 'Space' });
    await waitUntil(() => root.activeElement?.textContent.trim() === 'Alles is nagekeken.');
    // What was sent after all comes off the list later.
    queue.set();
    await queue.items();
    expect(root.activeElement?.textContent.trim()).to.equal('Alles is nagekeken.');
    (root.activeElement as HTMLElement).blur();
    await waitUntil(() => !notice(page));

    // One that is refused anew is told anew.
    queue.set(refused(1));
    await waitUntil(() => rows(page).length === 1);
    // Decided in another window.
    queue.set();
    await waitUntil(() => !notice(page));
  });

  it('has room for the ring of every button in it, also in what scrolls', async () => {
    const page = await show(new Queue(refused(1), refused(2, { enrollmentId: 'e2' })));
    await waitUntil(() => rows(page).length === 2, 'both');
    page.parentElement!.style.inlineSize = '320px';
    const list = notice(page)!.shadowRoot!.querySelector('ul')!.getBoundingClientRect();
    for (const button of buttons(page)) {
      const { left, right } = button.getBoundingClientRect();
      expect(left - list.left, button.textContent).to.be.at.least(4);
      expect(list.right - right, button.textContent).to.be.at.least(4);
    }
  });

  it('says nothing before it is known whom it is about', async () => {
    const { getEnrollment, ...host } = new HostRecords().backend();
    let answer = (): void => undefined;
    const isAnswered = new Promise<void>((resolve) => (answer = resolve));
    const slow = {
      ...host,
      queue: new Queue(refused(1)),
      getEnrollment: async (id: string) => {
        await isAnswered;
        return getEnrollment?.(id);
      },
    };
    const page = await fixture<EnrollkitBackend>(
      html`<enrollkit-backend lang="nl" .backend=${slow}></enrollkit-backend>`,
    );
    await waitUntil(() => notice(page)?.shadowRoot);
    await (notice(page) as Element & { updateComplete: Promise<boolean> }).updateComplete;
    expect(notice(page)!.shadowRoot!.textContent.trim()).to.equal('');
    answer();
    await waitUntil(() => rows(page).length === 1);
  });

  it('says nothing while there is nothing, nor of what an element of this page hears of itself', async () => {
    const queue = new Queue(refused(1, { isFromHere: true }), refused(2, { state: 'waiting' }));
    const page = await show(queue, 'en');
    await queue.items();
    queue.set(refused(1, { isFromHere: true }), refused(2));
    await waitUntil(() => rows(page).length === 1);
    expect(rows(page)[0]).to.contain('Someone else has chosen Started in the meantime.');
  });

  it('is told in one place of a page, and in the other one when that is gone', async () => {
    const queue = new Queue(refused(1));
    const backend = { ...new HostRecords().backend(), queue };
    const page = await fixture(html`
      <div>
        <enrollkit-backend .backend=${backend}></enrollkit-backend>
        <enrollkit-backend .backend=${{ ...backend }}></enrollkit-backend>
      </div>
    `);
    const [first, second] = [...page.querySelectorAll('enrollkit-backend')] as [EnrollkitBackend, EnrollkitBackend];
    await waitUntil(() => rows(first).length + rows(second).length > 0);
    queue.set(refused(1), refused(2));
    await waitUntil(() => rows(first).length + rows(second).length === 2);
    expect([notice(first), notice(second)].filter(Boolean)).to.have.length(1);
    (notice(first) ? first : second).remove();
    const left = page.querySelector('enrollkit-backend')!;
    queue.set(refused(1), refused(2));
    await waitUntil(() => rows(left).length === 2);
  });

  it('of a file says what is wrong with it and where another one is chosen', async () => {
    const file = (id: number, code: string, issue?: Partial<Issue>) =>
      refused(id, {
        fileName: `scan${id}.pdf`,
        method: 'uploadCertificate',
        problem: {
          code,
          ...(issue && { issues: [{ severity: 'error', path: 'file', params: {}, ...issue } as Issue] }),
        },
      });
    const page = await show(
      new Queue(
        file(1, 'invalid', { code: 'file-encrypted' }),
        file(2, 'invalid', { code: 'valid-until-required', path: 'validUntil' }),
        file(3, 'duplicate'),
        file(4, 'invalid', { code: 'something-new' }),
      ),
      'en',
    );
    await waitUntil(() => rows(page).length === 4);
    const whys = rows(page).map((row) => row.replace(/^.* 2026\. /, ''));
    expect(whys[0]).to.match(/^This PDF asks for a password.* You can do that at the enrollment itself\.$/);
    expect(whys[1]).to.match(/^Enter .* You can do that at the enrollment itself\.$/);
    expect(whys[2]).to.equal('This file has already been uploaded.');
    expect(whys[3]).to.equal('The server does not accept this file. Look at the enrollment and upload another file.');
    // The same file would be refused again.
    expect(names(page).filter((name) => /try again/i.test(name))).to.have.length(2);
  });

  it('is shown twenty at a time when there are a thousand, read as far as it is shown, and said in one sentence', async () => {
    const host = new HostRecords().backend();
    let reads = 0;
    const queue = new Queue(
      ...Array.from({ length: 1000 }, (_, at) => refused(at + 1, { enrollmentId: `e${at + 1}` })),
    );
    const backend = {
      ...host,
      queue,
      getEnrollment: async (id: string) => {
        reads += 1;
        const { participant, ...e1 } = await host.getEnrollment!('e1');
        return { ...e1, id, participant: { ...participant, name: `Deelnemer ${id}` } };
      },
    };
    const page = await fixture<EnrollkitBackend>(
      html`<enrollkit-backend lang="nl" .backend=${backend}></enrollkit-backend>`,
    );
    await waitUntil(() => rows(page).length === 20);
    await isSaid('1.000 wijzigingen zijn niet opgeslagen');
    expect(said().filter((sentence) => sentence.startsWith('1.000'))).to.have.length(1);
    expect(reads).to.equal(20);
    const more = (): HTMLButtonElement => buttons(page).at(-1)!;
    expect(more().textContent.trim()).to.equal('Meer tonen (nog 980)');
    more().focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rows(page).length === 40);
    const root = notice(page)!.shadowRoot!;
    await waitUntil(() => (root.activeElement as HTMLElement | null)?.ariaLabel === names(page)[40]);
    expect(names(page)[40]).to.contain('Deelnemer e21');
    expect(reads).to.equal(40);
    // Whoever comes into sight by it has a name.
    root.querySelector<HTMLElement>('li button')!.click();
    await waitUntil(() => rows(page).some((row) => row.startsWith('Deelnemer e41')));
    expect(rows(page)).to.have.length(40);
    expect(reads).to.equal(41);
    await expect(notice(page)).to.be.accessible();
  });

  it('is told when the element that gave it has left a page that stays open, and not as long as it is there', async () => {
    const mine = refused(1, { isFromHere: true });
    const queue = new Queue();
    const backend = { ...new HostRecords().backend(), queue };
    const page = await fixture<EnrollkitBackend>(
      html`<enrollkit-backend lang="nl" .backend=${backend}>
        <enrollment-status enrollment-id="e1"></enrollment-status>
        <enrollment-status enrollment-id="e2"></enrollment-status>
      </enrollkit-backend>`,
    );
    const [giver, other] = [...page.querySelectorAll('enrollment-status')];
    await waitUntil(() => giver!.matches(':not(:state(loading))'));
    queue.set({ ...mine, state: 'waiting' });
    other!.remove();
    queue.set(mine, refused(2, { to: 'no-show' }));
    await waitUntil(() => rows(page).length === 1);
    expect(rows(page)[0]).to.contain('No-show');
    giver!.remove();
    // The next page of an application comes in its place.
    page.append(document.createElement('enrollment-status'));
    await waitUntil(() => rows(page).length === 2);
    expect(rows(page)[0]).to.contain('Afgerond');
  });
});
