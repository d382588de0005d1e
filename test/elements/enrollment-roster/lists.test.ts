// What is saved as a file, and read in from one.
import type { RosterChangedDetail } from '@enrollkit/elements';
import { expect } from '@open-wc/testing';
import { column, idle, part, participants, read, root, shown, textOf, waitUntil } from './roster-page.js';
import { saved } from '../saved.js';
import { expectAccessibleInOneEngine } from '../../support/one-engine.js';

async function choose(element: Awaited<ReturnType<typeof shown>>['element'], content: BlobPart): Promise<void> {
  part(element, 'open-import-button')!.click();
  await waitUntil(() => (part(element, 'import') as HTMLDialogElement | null)?.open);
  const input = root(element).querySelector<HTMLInputElement>('.file')!;
  const files = new DataTransfer();
  files.items.add(new File([content], 'lijst.csv', { type: 'text/csv' }));
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
  await waitUntil(() => part(element, 'import')!.querySelector('.fault, .plan'));
}

describe('Lists of <enrollment-roster>', () => {
  it('saves what is filtered, all pages of it, in the words of the page and without formulas', async () => {
    const rows = participants(700).map((row, index) =>
      index === 1 ? { ...row, participant: { ...row.participant, name: '=HYPERLINK("https://x")' } } : row,
    );
    const { element } = await shown({ rows });
    const file = await saved(() => part(element, 'export-button')!.click());
    const lines = file.text.trimEnd().split('\r\n');
    expect(file.name).to.equal('deelnemers.csv');
    expect(lines.length).to.equal(701);
    expect(lines[0]).to.contain('Boekingsnummer;Naam;E-mailadres;');
    expect(file.text).to.contain(`"'=HYPERLINK(""https://x"")"`);
    expect(lines.filter((line) => line.includes(';Gestart;')).length).to.be.greaterThan(300);
  });

  it('shows row by row what a list would do, does that and nothing else, and takes it back as a whole', async () => {
    const { element, host } = await shown();
    const before = host.statuses();
    const heard: RosterChangedDetail[] = [];
    element.addEventListener('ek-roster-changed', ({ detail }) => heard.push(detail));
    const list = [
      'Kenmerk;E-mailadres;Status;Opmerking',
      'P00002;;Afgerond;',
      ';DEELNEMER5@voorbeeld.nl;no show;Ziek gemeld',
      ';niemand@voorbeeld.nl;Afgerond;',
      'P00001;;Afgerond;',
      'P00003;;Geslaagd;',
    ];
    // As a spreadsheet under Windows writes it.
    await choose(element, list.join('\r\n'));
    expect(textOf(element, 'import-summary')).to.equal('2 te wijzigen, 1 staat al goed, 2 niet te verwerken.');
    const plan = [...part(element, 'import-plan')!.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(read).join(' | '),
    );
    expect(plan).to.deep.equal([
      '4 | niemand@voorbeeld.nl | Niemand in deze lijst heeft “niemand@voorbeeld.nl”. Controleer of dit de goede cursusdatum is.',
      '6 | P00003 | “Geslaagd” is geen status. Schrijf bijvoorbeeld Afgerond of No-show.',
      '2 | Fatima Ørsted | Gestart wordt Afgerond',
      '3 | Daan Öztürk | Gestart wordt No-show Ziek gemeld',
      '5 | Anna Smit | Staat al op Afgerond',
    ]);
    await expectAccessibleInOneEngine(element);
    expect(host.calls).not.to.include('changeStatuses');
    part(element, 'import-button')!.click();
    await waitUntil(() => heard.length === 1);
    await idle(element);
    expect(textOf(element, 'outcome')).to.contain('Bij 2 deelnemers is de status gewijzigd.');
    expect(host.rows.get('e00005')!.history.at(-1)).to.deep.include({ to: 'no-show', note: 'Ziek gemeld' });
    part(element, 'undo-button')!.click();
    await waitUntil(() => heard.length === 2);
    await idle(element);
    expect(host.statuses()).to.deep.equal(before);
    expect(column(element, 'status')[3]).to.equal('Gestart');
  });

  it('does what was looked at also in rows that have not been read, and takes back what they were', async () => {
    const { element, host } = await shown({ rows: participants(700) });
    // Who comes last, and isn't here yet.
    const late = [...host.rows.values()].filter(({ participant }) => participant.name.startsWith('Zoë'));
    const [mine, theirs] = late.filter(({ status }) => status === 'started');
    await choose(
      element,
      `Kenmerk;Status\n${mine!.participant.externalId};No-show\n${theirs!.participant.externalId};No-show`,
    );
    host.change({ id: theirs!.id, to: 'did-not-pass' });
    part(element, 'import-button')!.click();
    await waitUntil(() => host.rows.get(mine!.id)!.status === 'no-show');
    await idle(element);
    expect(host.rows.get(theirs!.id)!.status).to.equal('did-not-pass');
    expect(textOf(element, 'outcome')).to.contain('Bij 1 deelnemer is het niet gelukt.');
    part(element, 'undo-button')!.click();
    await waitUntil(() => host.rows.get(mine!.id)!.status === 'started', 'as it was');
  });

  it('says what is wrong with a list as a whole, and reads what Windows has written', async () => {
    const { element } = await shown({ lang: 'en' });
    await choose(element, 'hello;world\n1;2');
    expect(read(part(element, 'import')!.querySelector('.fault'))).to.contain('doesn’t show who is meant');
    const again = async (): Promise<void> => {
      part(element, 'close-button')!.click();
      await waitUntil(() => !part(element, 'import'));
    };
    await again();
    // `Gekört` in windows-1252, which is no UTF-8.
    await choose(
      element,
      new Uint8Array([...new TextEncoder().encode('email;status\nx@example.nl;Gek'), 0xf6, 0x72, 0x74]),
    );
    await waitUntil(() => part(element, 'import-plan'));
    expect(read(part(element, 'import-plan'))).to.contain('“Gekört” is not a status.');
    await again();
    // "Unicode text" of Excel, which separates by tabs.
    const text = 'email\tstatus\r\nx@example.nl\tGekört\r\n';
    await choose(
      element,
      Uint16Array.from(`\uFEFF${text}`, (letter) => letter.charCodeAt(0)),
    );
    await waitUntil(() => part(element, 'import-plan'));
    expect(read(part(element, 'import-plan'))).to.contain('“Gekört” is not a status.');
    await again();
    await choose(element, Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0));
    expect(read(part(element, 'import')!.querySelector('.fault'))).to.contain('This is a workbook');
  });
});
