import type { ParticipationStatus } from '@enrollkit/core';
import { expect, fixture, html } from '@open-wc/testing';
import '@enrollkit/elements/enrollment-status.js';
import { LOCALES } from '@enrollkit/core';
import {
  formatBytes,
  formatDay,
  formatDays,
  formatInstant,
  formatMoney,
  formatQuantity,
  SHORT_DAY,
} from '../../../../packages/elements/src/base/language/formats.js';
import { formatPercentage } from '../../../../packages/elements/src/base/language/format-percentage.js';
import { formatSize } from '../../../../packages/elements/src/feed-check/feed-wording.js';
import { registerTerms } from '@enrollkit/elements';
import { loadTerms, localTerms, spokenLocale } from '../../../../packages/elements/src/terms/local-terms.js';
import { nl } from '../../../../packages/elements/src/terms/nl/price-breakdown.js';
import { HostRecords } from '../../enrollment-status/host-backend.js';
import { waitUntil } from '../../../support/wait-until.js';

const backendWith = (status: ParticipationStatus) => new HostRecords({ status }).backend();

describe('A day', () => {
  it('has a year of four digits, also one that somebody mistyped', () => {
    expect(formatDay('0026-09-12', 'nl')).to.equal('12\u00a0september 0026');
    expect(formatDay('2026-09-12', 'nl')).to.equal('12\u00a0september 2026');
    expect(formatInstant('0026-09-12T10:00:00Z', 'en', 'UTC')).to.equal('12\u00a0Sept 0026');
  });

  it('stays on one line with its month in every language, and leaves the year its own', () => {
    for (const locale of [...LOCALES, 'en-US', 'nl-BE']) {
      const written = [
        formatDay('2026-09-13', locale),
        formatInstant('2026-09-13T10:00:00Z', locale, 'UTC', 'long'),
        formatDays('2026-09-13', '2026-09-14', locale),
      ];
      expect(
        written.map((text) => text.split(' ').length),
        written.join(),
      ).to.deep.equal([2, 2, 4]);
    }
  });
});

describe('The first of a month in French', () => {
  const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
  const WITH_WEEKDAY = { ...SHORT_DAY, weekday: 'short' } as const;

  /** Every way there is to write two days of a month, each with how many firsts it has then. */
  const forms = (month: string, locale: string): readonly (readonly [string, number])[] => {
    const first = `2026-${month}-01`;
    const later = `2026-${month}-11`;
    const next = month === '12' ? '2027-01-01' : `2026-${String(Number(month) + 1).padStart(2, '0')}-01`;
    return [
      [formatDay(first, locale), 1],
      [formatDay(first, locale, false, SHORT_DAY), 1],
      [formatDay(first, locale, false, WITH_WEEKDAY), 1],
      [formatInstant(`${first}T12:00:00Z`, locale, 'UTC'), 1],
      [formatInstant(`${first}T12:00:00Z`, locale, 'UTC', 'long'), 1],
      [formatDays(first, later, locale), 1],
      [formatDays(first, later, locale, false, SHORT_DAY), 1],
      [formatDays(first, first, locale), 1],
      [formatDays(first, next, locale), 2],
      [formatDays(first, next, locale, false, SHORT_DAY), 2],
      [formatDays(later, next, locale), 1],
      [formatDay(later, locale), 0],
      [formatDay(`2026-${month}-21`, locale, false, SHORT_DAY), 0],
      [formatDay(first, locale, true), 0],
      [formatDays(first, next, locale, true), 0],
    ];
  };

  it('is an ordinal in every form that has a day, of every month', () => {
    for (const locale of ['fr', 'fr-BE', 'fr-CA', 'fr-CH'])
      for (const [written, firsts] of MONTHS.flatMap((month) => forms(month, locale))) {
        expect(written.match(/(?<!\d)1er(?=\s)/g)?.length ?? 0, written).to.equal(firsts);
        expect(written, written).not.to.match(/(?<!\d)1(?!\d|er\s)/);
      }
  });

  it('is a number in every other language', () => {
    for (const locale of [...LOCALES.filter((each) => each !== 'fr'), 'en-US', 'nl-BE'])
      for (const [written] of MONTHS.flatMap((month) => forms(month, locale))) expect(written).not.to.contain('1er');
  });
});

describe('A moment in short', () => {
  it('has its month in words in every language, as other days have', () => {
    for (const locale of [...LOCALES, 'en-US', 'nl-BE'])
      expect(formatInstant('2026-09-13T10:00:00Z', locale, 'UTC')).to.match(/sep/i);
  });
});

describe('A number with its unit', () => {
  it('stays on one line in every language', () => {
    for (const locale of [...LOCALES, 'en-US', 'nl-BE']) {
      const written = [
        formatBytes(300, locale),
        formatBytes(1_258_291, locale),
        formatSize(1e9, locale),
        formatPercentage(0.68, locale),
        formatMoney(123_456_789, 'EUR', locale),
        formatQuantity('2.5', 'days', locale),
        formatQuantity('3', 'lessons', locale),
      ];
      // Lines end at an ordinary space only.
      expect(written.filter((text) => text.includes(' '))).to.deep.equal([]);
      const [before, after] = formatDays('2026-11-30', '2026-12-01', locale).split(' – ');
      expect([before, after?.split(' ').length]).to.deep.equal([before?.replace(' ', ''), 2]);
    }
  });
});

describe('A language that is loaded when a page speaks it', () => {
  it('is there at the first render, and nothing is said in Dutch before', async () => {
    const element = document.createElement('enrollment-status');
    element.locale = 'en';
    element.enrollmentId = 'e1';
    element.backend = backendWith('started');
    const said: string[] = [];
    const root = element.attachShadow({ mode: 'open' });
    const observer = new MutationObserver(() => said.push(root.textContent));
    observer.observe(root, { childList: true, subtree: true, characterData: true });

    document.body.append(element);
    await element.updateComplete;
    expect(root.textContent).to.contain('Loading');
    await waitUntil(() => root.textContent.includes('Started'));
    expect(said.join(' ')).not.to.match(/Laden|Gestart|Waarom/);
    observer.disconnect();
    element.remove();
  });

  it('may change before it has come: the last one holds', async () => {
    const element = await fixture<HTMLElementTagNameMap['enrollment-status']>(
      html`<enrollment-status enrollment-id="e1" .backend=${backendWith('started')}></enrollment-status>`,
    );
    element.locale = 'en';
    await Promise.resolve();
    element.locale = 'nl';
    await element.updateComplete;
    await waitUntil(() => element.shadowRoot!.textContent.includes('Gestart'));
  });

  it('can have words of the host in single entries of its tables', async () => {
    registerTerms('en-IE', { common: { statuses: { started: 'Under way' } } });
    registerTerms('en-IE', { common: { statuses: { completed: 'Done' }, retry: 'Again' } });
    const shown = async (status: 'started' | 'completed' | 'no-show', word: string): Promise<void> => {
      const element = await fixture(
        html`<enrollment-status locale="en-IE" enrollment-id="e1" .backend=${backendWith(status)}></enrollment-status>`,
      );
      await waitUntil(() => element.shadowRoot!.querySelector('[part=label]')?.textContent.trim() === word);
    };
    await shown('started', 'Under way');
    await shown('completed', 'Done');
    await shown('no-show', 'No-show');
  });

  it('is English where it cannot be loaded and English can', async () => {
    const warn = console.warn;
    console.warn = () => undefined;
    try {
      const own = {
        ...(await import('../../../../packages/elements/src/terms/en/price-breakdown.js')).en,
        total: 'Sum',
      };
      const blocked = () => Promise.reject(new Error('Blocked'));
      const terms = localTerms('price-breakdown', nl, { en: () => Promise.resolve(own), de: blocked, fr: blocked });
      await loadTerms('de-CH');
      expect(terms('de-CH').total).to.equal('Sum');
      expect(spokenLocale('de-CH')).to.equal('en');
    } finally {
      console.warn = warn;
    }
  });

  // Last: the page has no English after this.
  it('is Dutch, dates and all, when it cannot be loaded; the console says so once', async () => {
    const warnings: unknown[] = [];
    const warn = console.warn;
    console.warn = (message: unknown) => warnings.push(message);
    try {
      const blocked = () => Promise.reject(new Error('Blocked'));
      const terms = localTerms('price-breakdown', nl, { en: blocked, de: blocked, fr: blocked });
      await loadTerms('en');
      await loadTerms('en-GB');
      expect(terms('en-GB').total).to.equal(nl.total);
      expect(spokenLocale('en-GB')).to.equal('nl');
      await waitUntil(() => warnings.length > 0);
      expect(warnings).to.have.length(1);
    } finally {
      console.warn = warn;
    }
  });
});
