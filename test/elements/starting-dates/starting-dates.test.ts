import { EnrollkitError, LOCALES } from '@enrollkit/core';
import { expect } from '@open-wc/testing';
import type { StartingDates } from '@enrollkit/elements/starting-dates.js';
import { isSaid } from '../said.js';
import {
  all,
  clock,
  courseDay,
  everyKind,
  heardChanges,
  productOf,
  radios,
  read,
  shadowText,
  show,
  start,
  starts,
} from './start-page.js';
import { sendKeys } from '../../support/keys.js';
import { waitUntil } from '../../support/wait-until.js';
import { expectAccessibleInOneEngine } from '../../support/one-engine.js';

const open = async (element: StartingDates, index = 0) => {
  all(element, 'summary')[index]!.click();
  await waitUntil(() => all(element, '.day').length > 0);
};

describe('<starting-dates>', () => {
  describe('is accessible', () => {
    it('as a list and as a choice, with a schedule open, in both languages', async () => {
      for (const lang of ['nl', 'en']) {
        for (const selectable of [false, true]) {
          const element = await show({ product: everyKind, selectable, required: true, showPast: true }, lang);
          await open(element);
          await expect(element).to.be.accessible();
        }
      }
    });

    it('while it loads, when it failed, and with nothing to show', async () => {
      const waiting = await show({ productId: 'x', backend: { getProduct: () => new Promise(() => undefined) } });
      await expect(waiting).to.be.accessible();
      expect(waiting).to.match(':state(loading)');
      const failed = await show({
        productId: 'x',
        backend: {
          getProduct: async () => {
            throw new EnrollkitError('unavailable', 'down');
          },
        },
      });
      await waitUntil(() => failed.matches(':state(failed)'));
      await expect(failed).to.be.accessible();
      const empty = await show({ product: productOf([]) });
      await expect(empty).to.be.accessible();
      expect(empty).to.match(':state(empty)');
    });

    it('by a list with a name, and by a group of radios with a name that is required', async () => {
      const list = await show({ product: everyKind });
      expect(all(list, '[role="list"]')[0]).to.have.attribute('aria-label', 'Startdatum');
      const group = all(
        await show({ product: everyKind, selectable: true, required: true }),
        '[role="radiogroup"]',
      )[0]!;
      expect(group).to.have.attribute('aria-label', 'Startdatum');
      expect(group).to.have.attribute('aria-required', 'true');
    });

    it('on a page of 320 px, from right to left, with nothing sticking out', async () => {
      const element = await show({ product: everyKind, selectable: true });
      element.parentElement!.style.width = '296px';
      element.parentElement!.dir = 'rtl';
      await open(element);
      await expectAccessibleInOneEngine(element);
      const { left, right } = element.getBoundingClientRect();
      for (const part of all(element, '*')) {
        const box = part.getBoundingClientRect();
        if (part.closest('.visually-hidden') || box.width === 0) continue;
        expect(box.left, part.outerHTML).to.be.at.least(left - 1);
        expect(box.right, part.outerHTML).to.be.at.most(right + 1);
      }
    });
  });

  describe('shows', () => {
    it('each start with its days, its place and what matters of it, the first one first and without what is over', async () => {
      expect(starts(await show({ product: everyKind }))).to.deep.equal([
        '21 – 22 september 2026 Utrecht Startgarantie',
        '5 oktober 2026 Utrecht Vol',
        '6 oktober 2026 Utrecht Inschrijving gesloten',
        '7 oktober 2026 Utrecht Geannuleerd',
        '30 november 2026 Zwolle nog 5 plaatsen',
        'maart 2027 Online',
      ]);
    });

    it('the same in English', async () => {
      expect(starts(await show({ product: everyKind }, 'en'))).to.deep.equal([
        '21 – 22 September 2026 Utrecht Guaranteed to run',
        '5 October 2026 Utrecht Full',
        '6 October 2026 Utrecht Bookings closed',
        '7 October 2026 Utrecht Cancelled',
        '30 November 2026 Zwolle 5 places left',
        'March 2027 Online',
      ]);
    });

    it('what is over with show-past, but never as a choice', async () => {
      const element = await show({ product: everyKind, showPast: true, selectable: true });
      expect(starts(element)[0]).to.equal('31 augustus 2026 Utrecht Al begonnen');
      expect(radios(element).map(({ value }) => value)).to.deep.equal(['guaranteed', 'later', 'month']);
    });

    it('today as not over, by the clock and the zone of the backend', async () => {
      const product = productOf([start('today', '2026-09-01')]);
      const at = (now: string, timeZone: string) => show({ product, backend: { clock: () => now, timeZone } });
      expect(starts(await at('2026-09-01T21:59:00Z', 'Europe/Amsterdam'))).to.have.length(1);
      expect(starts(await at('2026-09-01T22:00:00Z', 'Europe/Amsterdam'))).to.have.length(0);
      expect(starts(await at('2026-09-01T22:00:00Z', 'America/New_York'))).to.have.length(1);
    });

    it('seats only when few are left, and the smallest of what is given', async () => {
      const product = productOf(
        [start('a', '2026-10-01', { maxSeats: 6 }), start('b', '2026-10-02', { maxSeats: 6, availableSeats: 1 })],
        { maxParticipants: 20 },
      );
      expect(starts(await show({ product }))).to.deep.equal([
        '1 oktober 2026 Utrecht',
        '2 oktober 2026 Utrecht nog 1 plaats',
      ]);
    });

    it('seats on one line and inside their start, in every language, as wide as a page makes it', async () => {
      for (const lang of LOCALES) {
        const element = await show({ product: everyKind, selectable: true }, lang);
        await waitUntil(() => all(element, '.few').length > 0);
        for (const width of [260, 400, 512, 520, 640, 900]) {
          element.parentElement!.style.width = `${width}px`;
          for (const few of all(element, '.few')) {
            const words = document.createRange();
            words.selectNodeContents(few);
            const { left, right, height } = words.getBoundingClientRect();
            const around = few.closest('.summary')!.getBoundingClientRect();
            const said = `${lang} ${width} ${few.textContent}`;
            expect(height, said).to.be.below(2 * parseFloat(getComputedStyle(few).fontSize));
            expect(left >= around.left && right <= around.right + 1, said).to.equal(true);
          }
        }
      }
    });

    it('course days in order when somebody asks, with what they have in common beforehand', async () => {
      const element = await show({ product: everyKind });
      expect(all(element, 'summary').map(read)).to.deep.equal([
        'Rooster, 21 – 22 september 2026, Utrecht, 2 lesdagen, 09:00 – 17:00',
      ]);
      expect(all(element, '.day')).to.have.length(0);
      await open(element);
      expect(all(element, '.day').map(read)).to.deep.equal([
        'ma 21 sep 2026 09:00 – 17:00',
        'di 22 sep 2026 09:00 – 17:00 Oefenen, Zeist',
      ]);
    });

    it('that a long schedule is always on the same day of the week', async () => {
      const days = ['2026-10-06', '2026-10-13', '2026-10-20'].map((date) =>
        courseDay(date, { startTime: '19:00:00', endTime: '21:30:00' }),
      );
      const element = await show({ product: productOf([start('a', '2026-10-06', { schedule: days })]) });
      expect(read(all(element, 'summary > bdi')[0])).to.equal('3 lesdagen, steeds op dinsdag, 19:00 – 21:30');
    });

    it('why there is nothing', async () => {
      for (const [product, reason] of [
        [productOf([]), 'Er zijn nog geen startdata bekend.'],
        [productOf([], { productType: 'elearning' }), 'Starten kan op elk moment.'],
        [productOf([], { productType: 'in-company' }), 'De startdatum wordt in overleg bepaald.'],
        [productOf([start('a', '2025-01-01')]), 'Alle startdata zijn voorbij. Nieuwe data zijn nog niet bekend.'],
        [productOf([start('a', '2027-01-01')], { state: 'deleted' }), 'Deze cursus wordt niet meer aangeboden.'],
      ] as const) {
        expect(shadowText(await show({ product, selectable: true }))).to.equal(reason);
      }
    });
  });

  describe('in a long list', () => {
    const long = productOf(
      Array.from({ length: 14 }, (_, index) =>
        start(`s${index}`, index < 7 ? `2026-10-0${index + 1}` : `2026-11-${index + 3}`, {
          place: index % 2 ? 'UTRECHT ' : 'Zwolle',
        }),
      ),
    );

    it('shows as many as limit says, the rest at the press of a button, and keeps the focus there', async () => {
      const element = await show({ product: long, limit: 5, selectable: true });
      expect(starts(element)).to.have.length(5);
      const button = all<HTMLButtonElement>(element, '[part~="more-button"]')[0]!;
      expect(read(button)).to.equal('Alle 14 startdata');
      expect(button).to.have.attribute('aria-expanded', 'false');
      button.focus();
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(starts(element)).to.have.length(14);
      expect(read(button)).to.equal('Minder startdata');
      expect(element.shadowRoot!.activeElement).to.equal(button);
    });

    it('can be narrowed down to a month and a place, and says how many there are', async () => {
      const element = await show({ product: long, limit: 3 });
      const [month, place] = all<HTMLSelectElement>(element, 'select');
      expect([...month!.options].map(read)).to.deep.equal(['Alle maanden', 'oktober 2026', 'november 2026']);
      expect([...place!.options].map(read)).to.deep.equal(['Alle plaatsen', 'Utrecht', 'Zwolle']);
      month!.value = '2026-11';
      month!.dispatchEvent(new Event('change'));
      await element.updateComplete;
      expect(starts(element)).to.have.length(7);
      place!.value = 'Utrecht';
      place!.dispatchEvent(new Event('change'));
      await element.updateComplete;
      expect(starts(element)).to.have.length(4);
      await isSaid('4 startdata');
      await expectAccessibleInOneEngine(element);
    });

    it('keeps what is chosen in sight', async () => {
      const element = await show({ product: long, limit: 3, selectable: true, value: 's13' });
      expect(starts(element)).to.have.length(4);
      const [month] = all<HTMLSelectElement>(element, 'select');
      month!.value = '2026-10';
      month!.dispatchEvent(new Event('change'));
      await element.updateComplete;
      expect(radios(element).find(({ checked }) => checked)?.value).to.equal('s13');
    });

    it('of a hundred starts makes no schedule that nobody opened', async () => {
      const hundred = Array.from({ length: 100 }, (_, index) =>
        start(`s${index}`, '2026-10-01', { schedule: [courseDay('2026-10-01')] }),
      );
      const element = await show({ product: productOf(hundred), selectable: true });
      expect(radios(element)).to.have.length(100);
      expect(all(element, '.day')).to.have.length(0);
      expect(element.shadowRoot!.querySelectorAll('*').length).to.be.below(2500);
    });
  });

  describe('with a backend', () => {
    function host(product = everyKind) {
      let current = product;
      const listeners = new Set<(change: never) => void>();
      return {
        clock,
        getProduct: async () => current as never,
        subscribe(listener: (change: never) => void) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        change(next: typeof product) {
          current = next;
          for (const listener of listeners) listener({ kind: 'product', id: 'course' } as never);
        },
      };
    }

    it('follows the seats that are left, keeps an open schedule open, and tells the page nothing', async () => {
      const backend = host();
      const element = await show({ productId: 'course', backend, selectable: true });
      await waitUntil(() => radios(element).length > 0);
      await open(element);
      radios(element)[0]!.click();
      const heard = heardChanges(element);
      backend.change({ ...everyKind, startStates: [{ startingDateId: 'guaranteed', seatsLeft: 2 }] });
      await waitUntil(() => starts(element)[0]!.includes('nog 2 plaatsen'));
      expect(all(element, '.day')).to.have.length(2);
      expect(element.value).to.equal('guaranteed');
      expect(heard).to.deep.equal([]);
    });

    it('lets go of a chosen start that is full meanwhile, says so, and takes no other one instead', async () => {
      const backend = host();
      const element = await show({ productId: 'course', backend, selectable: true, required: true, name: 'start' });
      await waitUntil(() => radios(element).length > 0);
      radios(element)[0]!.click();
      expect(element.checkValidity()).to.equal(true);
      backend.change({ ...everyKind, startStates: [{ startingDateId: 'guaranteed', seatsLeft: 0 }] });
      const lost = '21 – 22 september 2026, Utrecht kan niet meer worden geboekt. Kies een andere startdatum.';
      await waitUntil(() => shadowText(element).includes(lost));
      await isSaid(lost);
      expect(element.value).to.equal('');
      expect(element.checkValidity()).to.equal(false);
      await expectAccessibleInOneEngine(element);
      radios(element)[0]!.click();
      await element.updateComplete;
      expect(shadowText(element)).not.to.contain(lost);
    });
  });
});
