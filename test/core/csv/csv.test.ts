import {
  API_WORDS,
  csvRow,
  enrollmentCsv,
  planStatusList,
  readCsv,
  readStatusList,
  type Enrollment,
} from '@enrollkit/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const cells = (text: string) => [...readCsv(text)].map((row) => [row.line, ...row.cells]);

function enrollment(id: string, more: Partial<Enrollment> = {}, email = `${id}@example.nl`): Enrollment {
  const participant = { name: id, email, externalId: `emp-${id}` };
  return {
    id,
    productId: 'p',
    participant,
    status: 'started',
    bookingState: 'accepted',
    history: [],
    version: 4,
    ...more,
  };
}

describe('rows of a spreadsheet', () => {
  it('are read whatever separates columns and lines, with quotes, empty rows and a byte order mark', () => {
    expect(cells('\uFEFFa;b\r\n1;2')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ]);
    expect(cells('a,b\n\n"x, ""y""\nz",2\n')).toEqual([
      [1, 'a', 'b'],
      [3, 'x, "y"\nz', '2'],
    ]);
    expect(cells('a\tb\r1\t2\r\r3\t')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [4, '3', ''],
    ]);
    expect(cells('"never closed;1\n2')).toEqual([[1, 'never closed;1\n2']]);
    expect(cells('')).toEqual([]);
    expect(cells(';;\n;')).toEqual([]);
  });

  it('come back as they were written, and begin no formula in any program', () => {
    // Spaces around a cell are nobody's; the sign that keeps a formula away is ours.
    const cell = fc.string({ unit: fc.constantFrom('a', ';', ',', '"', '\n', '\r', '\t', '=', '+', '-', '@', 'é') });
    const plain = fc.string({ unit: fc.constantFrom('a', ';', ',', '"', '\n', 'é', '-') }).map((text) => `x${text}x`);
    fc.assert(
      fc.property(
        fc.array(plain, { minLength: 2, maxLength: 5 }),
        fc.constantFrom(',', ';', '\t'),
        (row, separator) => {
          const head = csvRow(
            row.map((_, index) => `h${index}`),
            separator,
          );
          const defused = row.map((text) => text.replaceAll(/([;,\s"']*[;,\t\r\n][;,\s"']*)(?=[=+\-@])/g, "$1'"));
          expect([...readCsv(head + csvRow(row, separator))][1]?.cells).toEqual(defused);
        },
      ),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (row) => {
        for (const other of [/[,\r\n]/, /[;\r\n]/, /[\t\r\n]/]) {
          for (const part of csvRow(row, ';').split(other)) expect(part.replace(/^"/, '')).not.toMatch(/^[=+\-@]/);
        }
      }),
    );
  });

  it('are read in time that grows with their length', () => {
    const quotes = '"'.repeat(50_000);
    expect([...readCsv(`${quotes};x\n${'a"'.repeat(50_000)}`)].length).toBeGreaterThan(0);
  });
});

describe('a list of people and statuses', () => {
  const dutch = {
    headings: { id: 'Boekingsnummer', email: 'E-mailadres', status: 'Status', note: 'Toelichting' },
    statuses: { ...API_WORDS.statuses, completed: 'Afgerond', 'no-show': 'No-show', cancelled: 'Geannuleerd' },
    states: API_WORDS.states,
  };

  it('is read by its headings in any language, or by what stands in it, and each row says what is wrong', () => {
    const list = readStatusList(
      'Naam;E-mailadres;Status;Toelichting\n' +
        'Anna;anna@example.nl;AFGEROND;\nBas;bas@example.nl;NO show;Ziek\n;;completed;\nC;c@example.nl;;\n' +
        `D;d@example.nl;geslaagd;\nE;e@example.nl;geannuleerd;${'x'.repeat(501)}`,
      [dutch],
    );
    expect(list.issues).toEqual([]);
    expect(
      list.rows.map(({ line, key, status, issues }) => [line, key?.value, status, issues.map((each) => each.code)]),
    ).toEqual([
      [2, 'anna@example.nl', 'completed', []],
      [3, 'bas@example.nl', 'no-show', []],
      [4, undefined, 'completed', ['row-without-person']],
      [5, 'c@example.nl', undefined, ['row-without-status']],
      [6, 'd@example.nl', undefined, ['status-unknown']],
      [7, 'e@example.nl', 'cancelled', ['status-not-by-hand', 'note-too-long']],
    ]);
    expect(readStatusList('no-show,anna@example.nl').rows).toMatchObject([
      { line: 1, key: { column: 'email', value: 'anna@example.nl' }, status: 'no-show' },
    ]);
    for (const text of ['', 'name,shoe size\nAnna,38', 'email\nanna@example.nl']) {
      expect(readStatusList(text).issues.map(({ code }) => code)).toEqual(['list-without-columns']);
    }
    expect(readStatusList('email,status\n' + 'a@b.nl,completed\n'.repeat(10_001)).issues).toMatchObject([
      { code: 'list-too-long' },
    ]);
  });

  it('is not read at all when a quote that nobody closed has swallowed rows, wherever it begins', () => {
    const rows =
      'a@example.nl;completed;\nb@example.nl;completed;"Ziek\nc@example.nl;completed;\nd@example.nl;no-show;\n';
    for (const [text, line] of [
      [`email;status;note\n${rows}`, 3],
      [`email;status;shoe size\n${rows}`, 3],
      ['email;status\na@example.nl;completed\n"b@example.nl;completed\nc@example.nl;completed\n', 3],
      ['email;status\na@example.nl;"completed', 2],
      ['"email;status\na@example.nl;completed', undefined],
    ] as const) {
      const { rows: read, issues } = readStatusList(text);
      expect(read, text).toEqual([]);
      expect(issues, text).toMatchObject([
        line === undefined ? { code: 'list-without-columns' } : { code: 'list-quote-unclosed', params: { line } },
      ]);
    }
    // One that is closed, on whatever line, and one within a text are no beginning of anything.
    const whole = 'email;status;note\na@example.nl;completed;"Ziek,\nzegt ""ze"""\nb@example.nl;completed;5" scherm\n';
    expect(readStatusList(whole)).toMatchObject({ rows: [{ note: 'Ziek,\nzegt "ze"' }, { line: 4 }], issues: [] });
  });

  it('is planned row by row before anything is done: whom it means, what would change, and what is refused', () => {
    const people = [
      enrollment('a'),
      enrollment('b', { status: 'completed' }),
      enrollment('c', { bookingState: 'cancelled', status: 'cancelled' }),
      enrollment('d1', {}, 'd@example.nl'),
      enrollment('d2', {}, 'D@example.nl'),
      enrollment('e1', { bookingState: 'declined' }, 'e@example.nl'),
      enrollment('e2', {}, 'e@example.nl'),
    ];
    const text = `booking_id,external_id,email,status,note
a,,,no-show,Ziek
,emp-b,,completed,
,,C@example.nl,completed,
,,d@example.nl,completed,
d2,,,completed,
,,E@EXAMPLE.nl,did not pass,
,,nobody@example.nl,completed,
,emp-a,,no-show,
,,a@example.nl,completed,
b,,,finished,`;
    const plan = planStatusList(readStatusList(text), people);
    expect(
      plan.map(({ line, outcome, enrollment: found, issues }) => [line, outcome, found?.id, issues[0]?.code]),
    ).toEqual([
      [2, 'change', 'a', undefined],
      [3, 'same', 'b', undefined],
      [4, 'refused', 'c', 'booking-without-status'],
      [5, 'refused', undefined, 'person-ambiguous'],
      [6, 'change', 'd2', undefined],
      [7, 'change', 'e2', undefined],
      [8, 'refused', undefined, 'person-unknown'],
      [9, 'same', 'a', undefined],
      [10, 'refused', 'a', 'person-named-before'],
      [11, 'refused', undefined, 'status-unknown'],
    ]);
    expect(plan.flatMap(({ change }) => change ?? [])).toEqual([
      { id: 'a', to: 'no-show', expectedVersion: 4, note: 'Ziek' },
      { id: 'd2', to: 'completed', expectedVersion: 4 },
      { id: 'e2', to: 'did-not-pass', expectedVersion: 4 },
    ]);
  });

  it('means nobody when its columns mean two, and whom it can mean when a spreadsheet spoilt a number', () => {
    const people = ['0007', '0008', '12', '123456789012'].map((externalId, index) => {
      const { participant, ...rest } = enrollment(`b${index}`);
      return { ...rest, participant: { ...participant, externalId } };
    });
    const text = `sep=;
Status;E-mail adres;Boekings-nr;Studentnummer;;
afgerond;;;7;;
afgerond;B1@example.nl ;;8;;
afgerond;b1@example.nl;b0;;;
afgerond;b2@example.nl;b2;99;;
afgerond;b2@example.nl;b9;12;;
afgerond;b3@example.nl;;1,23457E+11;;
afgerond;;;1,23457E+11;;
"afge\r\nrond";b3@example.nl;;0012;;`;
    const plan = planStatusList(readStatusList(text, [dutch]), people);
    expect(plan.map(({ line, outcome, enrollment: found, issues }) => [line, found?.id ?? outcome, issues[0]])).toEqual(
      [
        [3, 'b0', undefined],
        [4, 'b1', undefined],
        [
          5,
          'refused',
          { code: 'person-contradiction', severity: 'error', path: '', params: { value: 'b1@example.nl' } },
        ],
        [6, 'b2', undefined],
        [7, 'refused', { code: 'person-unknown', severity: 'error', path: '', params: { value: 'b9' } }],
        [8, 'b3', undefined],
        [9, 'refused', { code: 'number-shortened', severity: 'error', path: '', params: { value: '1,23457E+11' } }],
        [
          10,
          'refused',
          { code: 'person-contradiction', severity: 'error', path: '', params: { value: 'b3@example.nl' } },
        ],
      ],
    );
  });

  it('that was exported changes nothing when it is read back, in any language', () => {
    const people = [
      enrollment('=a'),
      enrollment('b', { status: 'no-show' }),
      enrollment('+c', { status: 'completed' }),
    ];
    for (const words of [API_WORDS, dutch]) {
      const text = enrollmentCsv(people, { words, separator: ';' });
      const plan = planStatusList(readStatusList(text, [dutch]), people);
      expect(plan.map(({ outcome, enrollment: found }) => [outcome, found?.id])).toEqual(
        people.map(({ id }) => ['same', id]),
      );
    }
  });
});
