import { LOCALES } from '@enrollkit/core';
import { expect } from '@open-wc/testing';
import { participants, part, press, root, rowsOf, shown, waitUntil } from './roster-page.js';

describe('A roster on a phone, in the language with the longest words', () => {
  it('shows every word whole: nothing is cut off, and no status lies over a name', async () => {
    const { page, element } = await shown({ lang: 'de' });
    // A phone of 320 px, and a card of the host that keeps some of it to itself.
    page.style.inlineSize = '254px';
    await element.updateComplete;
    const edge = element.getBoundingClientRect().right;
    expect(rowsOf(element).length).to.be.greaterThan(3);
    for (const row of rowsOf(element)) {
      for (const cell of row.querySelectorAll('td, th')) {
        const words = document.createRange();
        words.selectNodeContents(cell);
        expect(words.getBoundingClientRect().right, cell.textContent).to.be.at.most(edge);
      }
      const name = row.querySelector('.name')!.getBoundingClientRect();
      const status = row.querySelector('.status .label')!.getBoundingClientRect();
      expect(status.top >= name.bottom || status.left >= name.right, row.textContent).to.equal(true);
    }
  });
});

describe('A roster on phones of every width', () => {
  it('breaks no word of what comes next, in no language', async () => {
    for (const lang of LOCALES) {
      const { page, element } = await shown({ lang });
      for (const width of [288, 320, 328, 358, 390]) {
        page.style.inlineSize = `${width}px`;
        await element.updateComplete;
        for (const cell of root(element).querySelectorAll('td.next bdi')) {
          const text = [...cell.childNodes].find((node) => node instanceof Text)!;
          for (const { 0: word, index } of text.data.matchAll(/[\p{L}\d]+/gu)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            expect(range.getClientRects().length, `${lang} ${width} ${word}`).to.equal(1);
          }
        }
      }
      page.remove();
    }
  });
});

describe('The search of a roster on a phone', () => {
  it('says whole what can be looked for, in every language', async () => {
    for (const lang of LOCALES) {
      const { page, element } = await shown({ lang });
      page.style.cssText = 'inline-size: 254px; font: 15px sans-serif';
      await element.updateComplete;
      const search = root(element).querySelector<HTMLInputElement>('#search')!;
      const { fontSize, fontFamily, paddingInlineStart, paddingInlineEnd } = getComputedStyle(search);
      const words = document.createElement('canvas').getContext('2d')!;
      words.font = `${fontSize} ${fontFamily}`;
      const room = search.offsetWidth - 2 - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
      expect(words.measureText(search.placeholder).width, search.placeholder).to.be.at.most(room);
      page.remove();
    }
  });
});

describe('A roster on a phone, with the longest of names', () => {
  it('shows every name and address whole, in the row and above the buttons', async () => {
    const name = 'Anna van het Samenwerkingsverband Arbeidsongeschiktheidsverzekeringsmaatschappijen';
    const rows = participants(6).map((row) => ({
      ...row,
      participant: { name, email: `${name.replaceAll(' ', '.')}@a.nl` },
    }));
    const { page, element } = await shown({ rows });
    page.style.inlineSize = '288px';
    await element.updateComplete;
    const scroller = part(element, 'scroller')!;
    expect(scroller.scrollWidth).to.be.at.most(scroller.clientWidth);
    const shortened = root(element).querySelectorAll<HTMLElement>('.name, .email, .about');
    expect(shortened.length).to.equal(2 * 6 + 1);
    for (const { scrollWidth, clientWidth, className } of shortened)
      expect(scrollWidth, className).to.be.at.most(clientWidth);
  });
});

describe('A roster on a page that runs from right to left', () => {
  it('cuts the end of its hint off, not the beginning, and what is typed runs with the page', async () => {
    const { page, element } = await shown();
    page.dir = 'rtl';
    page.style.inlineSize = '240px';
    const field = root(element).querySelector<HTMLInputElement>('#search')!;
    const read = (): readonly string[] => {
      const { direction, textAlign, paddingLeft, paddingRight } = getComputedStyle(field);
      return [direction, textAlign.replace('start', direction === 'rtl' ? 'right' : 'left'), paddingLeft, paddingRight];
    };
    const [empty, typed] = [read(), ((field.value = 'Anna'), read())];
    expect(empty).to.deep.equal(['ltr', 'right', ...typed.slice(2)]);
    expect(typed.slice(0, 2)).to.deep.equal(['rtl', 'right']);
    expect(parseFloat(typed[3]!), 'room for the icon').to.be.greaterThan(parseFloat(typed[2]!));
  });
});

describe('A roster that is gone through by keyboard', () => {
  it('leads to its rows from its first stop on, past all its filters, also where it is narrow', async () => {
    for (const width of ['60em', '240px']) {
      const { page, element } = await shown();
      const before = document.createElement('button');
      page.before(before);
      page.style.inlineSize = width;
      const skip = root(element).querySelector<HTMLElement>('[part~="skip-button"]')!;
      const placeOf = (): number => part(element, 'filters')!.getBoundingClientRect().top;
      const place = placeOf();
      before.focus();
      await press('Tab');
      await waitUntil(() => root(element).activeElement === skip, 'the first stop');
      expect(placeOf(), 'nothing below it moves').to.equal(place);
      const { left, top } = skip.getBoundingClientRect();
      expect(root(element).elementFromPoint(left + 8, top + 8), 'what is seen there').to.equal(skip);
      expect(skip.textContent.trim()).to.equal('Naar de lijst');
      await press('Enter');
      await waitUntil(() => root(element).activeElement === rowsOf(element)[0], 'the first row');
      before.remove();
      page.remove();
    }
  });

  it('has one stop in its head, from which arrows lead to all that sorts, and down to the rows', async () => {
    const { page, element } = await shown();
    const active = (): HTMLElement => root(element).activeElement as HTMLElement;
    const nameOf = (): string => active().ariaLabel ?? active().textContent.trim();
    part(element, 'table')!.querySelector<HTMLElement>('th input')!.focus();
    // Chooses everybody, and not the row that the keyboard was at.
    await press('Space');
    await waitUntil(() => rowsOf(element).every((row) => row.ariaSelected === 'true'), 'all are chosen');
    await press('ArrowRight');
    expect(nameOf()).to.equal('Deelnemer');
    await press('End', 'Enter');
    await waitUntil(() => active().closest('th')?.ariaSort === 'ascending', 'sorts');
    expect(nameOf()).to.equal('Status');
    // A letter is for rows only.
    await press('a', 'ArrowRight');
    expect(nameOf()).to.equal('Iedereen kiezen');
    await press('ArrowLeft');
    expect(nameOf()).to.equal('Status');
    await press('Tab');
    await waitUntil(() => active().matches('tr'), 'the rows');
    await press('Shift+Tab');
    expect(nameOf(), 'where it was left').to.equal('Status');
    page.dir = 'rtl';
    await press('ArrowRight');
    expect(nameOf()).to.equal('Deelnemer');
    await press('ArrowDown');
    await waitUntil(() => active().matches('tr'), 'the rows');

    // A column that goes takes no stop with it.
    await press('Shift+Tab');
    element.editable = false;
    element.fields = 'participant next changed';
    await element.updateComplete;
    const stops = [...root(element).querySelectorAll<HTMLElement>('thead [data-stop]')];
    expect(stops.map(({ tabIndex, textContent }) => [textContent.trim(), tabIndex])).to.deep.equal([
      ['Deelnemer', 0],
      ['Gewijzigd', -1],
    ]);
  });

  it('has no such stop where there are no rows', async () => {
    const { element } = await shown({ rows: [] });
    expect(root(element).querySelector('[part~="skip-button"]')).to.equal(null);
  });
});

describe('A row of a roster that has the focus', () => {
  it('has one ring all around it, over the cells that stay in view too', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const { page, element } = await shown();
      page.dir = dir;
      page.style.inlineSize = '60em';
      await element.updateComplete;
      await press('Tab');
      const row = rowsOf(element)[1]!;
      row.focus();
      expect(row.matches(':focus-visible')).to.equal(true);
      const { outlineWidth, outlineColor } = getComputedStyle(row);
      const box = row.getBoundingClientRect();
      for (const cell of row.querySelectorAll('.select, .participant')) {
        const piece = getComputedStyle(cell, '::after');
        const { top, bottom } = cell.getBoundingClientRect();
        const { borderTopWidth, borderBottomWidth } = getComputedStyle(cell);
        const edges = [
          top + parseFloat(borderTopWidth) + parseFloat(piece.top),
          bottom - parseFloat(borderBottomWidth) - parseFloat(piece.bottom),
        ];
        expect(edges.map(Math.round), cell.className).to.deep.equal([box.top, box.bottom].map(Math.round));
        expect([piece.borderTopWidth, piece.borderBottomWidth]).to.deep.equal([outlineWidth, outlineWidth]);
        expect([piece.borderTopColor, piece.borderBottomColor]).to.deep.equal([outlineColor, outlineColor]);
      }
      const first = getComputedStyle(row.firstElementChild!, '::after');
      expect(dir === 'ltr' ? first.borderLeftWidth : first.borderRightWidth).to.equal(outlineWidth);
      page.remove();
    }
  });
});

describe('A roster on a tablet', () => {
  it('has every column in view that it has of its own, with its words whole, in every language', async () => {
    for (const lang of LOCALES) {
      const { page, element } = await shown({ lang, attributes: { editable: '' } });
      // As narrow as a table gets. An address may end in dots.
      page.style.inlineSize = '44em';
      await element.updateComplete;
      const scroller = part(element, 'scroller')!;
      expect(scroller.scrollWidth, lang).to.be.at.most(scroller.clientWidth);
      expectWordsWhole(scroller, lang);
      page.remove();
    }
  });
});

describe('A roster with every column there is', () => {
  it('leaves each of them room for its words, however wide the page is', async () => {
    const fields = 'participant status next start certificate invoice booked changed';
    const { page, element } = await shown({ attributes: { editable: '', fields } });
    for (const width of ['44em', '56em', '68em', '80em', '120em']) {
      page.style.inlineSize = width;
      await element.updateComplete;
      expectWordsWhole(part(element, 'scroller')!, width);
    }
  });
});

describe('A roster with long names', () => {
  const OTHERS = ['status', 'next', 'start', 'certificate', 'invoice', 'booked', 'changed'];
  /** Every choice of columns there is. */
  const CHOICES = Array.from({ length: 2 ** OTHERS.length }, (_, bits) =>
    ['participant', ...OTHERS.filter((__, place) => bits & (1 << place))].join(' '),
  );
  const NAMES = ['Anna van het Samenwerkingsverband Drechtsteden', 'Ot Wolfeschlegelsteinhausenbergerdorff'];

  /** The words of a name that are on more than one line, with how wide they would be on one. */
  function brokenWords(name: HTMLElement, measure: (word: string) => number): readonly (readonly [string, number])[] {
    const text = [...name.childNodes].find((node) => node instanceof Text)!;
    return [...text.data.matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return range.getClientRects().length > 1 ? [[word, measure(word)] as const] : [];
    });
  }

  it('breaks them between their words, whatever is beside them: in one only where it fits on no line', async () => {
    const rows = participants(NAMES.length).map((row, index) => ({
      ...row,
      participant: { ...row.participant, name: NAMES[index]! },
    }));
    const { page, element } = await shown({ rows });
    const words = document.createElement('canvas').getContext('2d')!;
    for (const [place, fields] of CHOICES.entries()) {
      element.fields = fields;
      const size = [12, 16, 20, 24][place % 4]!;
      page.style.font = `${size}px sans-serif`;
      for (const width of [768, 1024, 1280, 1440]) {
        page.style.inlineSize = `${width - 32}px`;
        await element.updateComplete;
        const where = `${fields}, ${width} px, letters of ${size} px`;
        const names = [...root(element).querySelectorAll<HTMLElement>('.name bdi')];
        words.font = `600 ${size}px sans-serif`;
        const cell = names[0]!.closest('th')!;
        const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(cell);
        const room = cell.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
        const broken = names.flatMap((name) => brokenWords(name, (word) => words.measureText(word).width));
        for (const [word, inline] of broken) expect(inline, `${where}: ${word}`).to.be.greaterThan(room - 2);
        // As wide as that everything has its room, and something to spare.
        if (width >= 1280 && size <= 16)
          expect(
            broken.map(([word]) => word).filter((word) => word === 'Samenwerkingsverband'),
            where,
          ).to.deep.equal([]);
        if (width - 32 < 44 * size) continue;
        expectWordsWhole(part(element, 'scroller')!, where);
        expect(root(element).querySelector<HTMLElement>('th.select')!.offsetWidth, where).to.be.at.most(60);
      }
    }
  });
});

function expectWordsWhole(scroller: HTMLElement, where: string): void {
  for (const cell of scroller.querySelectorAll('thead th, td')) {
    const words = document.createRange();
    words.selectNodeContents(cell);
    const { left, right } = cell.getBoundingClientRect();
    const text = words.getBoundingClientRect();
    expect(text.left >= left && text.right <= right, `${where} ${cell.textContent}`).to.equal(true);
  }
}
