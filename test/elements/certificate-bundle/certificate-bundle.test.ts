import type { Certificate } from '@enrollkit/core';
import { expect } from '@open-wc/testing';
import { zipSync } from 'fflate';
import { isSaid } from '../said.js';
import {
  all,
  BHV,
  BundleHost,
  button,
  choose,
  complete,
  failed,
  focused,
  idle,
  one,
  open,
  press,
  realReader,
  rows,
  shown,
  tabs,
  textOf,
  until,
} from './bundle-host.js';
import { textPdf } from './made-files.js';
import { expectAccessibleInOneEngine } from '../../support/one-engine.js';
import { sendKeys } from '../../support/keys.js';

const FOUR = ['Anna Smit', 'Fatma Öztürk', 'Jan Jansen', 'Petra Jansen'];

describe('<certificate-bundle>', () => {
  it('matches by name, then by text, says why, and is accessible with every kind of file in it', async () => {
    const host = new BundleHost(...FOUR, 'Lars de Boer');
    const element = await shown(host, { pdfReader: realReader() });
    const heard: unknown[] = [];
    element.addEventListener('ek-bundle-matched', ({ detail }) => heard.push(detail));
    await expect(element).to.be.accessible();
    await choose(
      element,
      textPdf('smit-anna-bhv.pdf'),
      textPdf('scan0007.pdf', 'Hierbij verklaren wij', 'Fatma \xd6zt\xfcrk'),
      textPdf('jansen.pdf', 'Certificaat'),
      textPdf('scan0008.pdf'),
      new File(['<html>'], 'lars de boer.pdf'),
    );
    expect(tabs(element)).to.equal('Gevonden 2, Nakijken 1, Niet gevonden 1, Overgeslagen 1');
    expect(heard).to.deep.equal([{ matched: 2, toCheck: 1, notMatched: 1, leftOut: 1 }]);
    await isSaid('Bekeken: 2 gevonden, 1 nakijken, 1 niet gevonden, 1 overgeslagen.');
    expect(rows(element)).to.deep.equal([
      'jansen.pdf | Er staat alleen een achternaam. Kies van wie het is. Jan Jansen achternaam in de bestandsnaam: jansen Petra Jansen achternaam in de bestandsnaam: jansen',
    ]);
    await expectAccessibleInOneEngine(element);
    expect(await open(element, 'matched')).to.deep.equal([
      'smit-anna-bhv.pdf | Anna Smit naam in de bestandsnaam: smit-anna',
      'scan0007.pdf | Fatma Öztürk naam in de tekst, pagina 1: Fatma Öztürk',
    ]);
    await expectAccessibleInOneEngine(element);
    expect(await open(element, 'not-matched')).to.deep.equal(['scan0008.pdf']);
    expect((await open(element, 'left-out')).join()).to.match(
      /^lars de boer.pdf \| Dit is geen PDF, maar een webpagina\./,
    );
    await expectAccessibleInOneEngine(element);
    expect(host.uploads).to.have.lengthOf(0);
  });

  it('is looked over by keyboard: tabs, a suggestion, a search for somebody, and then sent', async () => {
    const host = new BundleHost(...FOUR);
    const element = await shown(host);
    const events: string[] = [];
    element.addEventListener('ek-bundle-progress', ({ detail }) =>
      events.push(`${detail.done}/${detail.total} ${detail.outcome.state}`),
    );
    element.addEventListener('ek-bundle-done', ({ detail }) => events.push(`done ${detail.outcomes.length}`));
    await choose(element, textPdf('anna smit.pdf'), textPdf('jansen.pdf'), textPdf('scan1.pdf'));
    one(element, '#tab-to-check').focus();
    await sendKeys({ press: 'ArrowRight' });
    await until(() => focused(element) === 'tab-not-matched', 'the next tab');
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'ArrowRight' });
    await element.updateComplete;
    await sendKeys({ press: 'Tab' });
    await until(() => focused(element) === 'Jan Jansen: jansen.pdf', 'the first suggestion');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    await isSaid('jansen.pdf is nu van Petra Jansen.');
    // The list is empty now: the focus is on its tab.
    await until(() => focused(element) === 'tab-to-check', 'it is so');
    await sendKeys({ press: 'ArrowRight' });
    await element.updateComplete;
    await sendKeys({ press: 'Tab' });
    await until(() => focused(element) === 'Deelnemer kiezen: scan1.pdf', 'its button');
    await sendKeys({ press: 'Enter' });
    await until(() => focused(element) === 'person', 'it is so');
    await sendKeys({ type: "ozt' fat" });
    await until(() => all(element, '[role="option"]').length === 1, 'one person');
    expect(all(element, '[role="option"]').map(textOf)).to.deep.equal(['Fatma Öztürk b-10002@example.nl']);
    expect(one(element, '#person').getAttribute('aria-activedescendant')).to.equal('person-0');
    await expectAccessibleInOneEngine(element);
    await sendKeys({ press: 'Escape' });
    await until(() => focused(element) === 'Deelnemer kiezen: scan1.pdf', 'it is so');
    await sendKeys({ press: 'Enter' });
    await until(() => focused(element) === 'person', 'it is so');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    await isSaid('scan1.pdf is nu van Fatma Öztürk.');
    expect(tabs(element)).to.equal('Gevonden 3, Nakijken 0, Niet gevonden 0, Overgeslagen 0');

    // Nothing is sent before everything is filled in, and the list is confirmed.
    await press(element, '3 certificaten uploaden');
    expect(focused(element)).to.equal('valid-from');
    expect(all(element, '[aria-invalid="true"]').map(({ id }) => id)).to.deep.equal([
      'valid-from',
      'valid-until',
      'reviewed',
    ]);
    await expectAccessibleInOneEngine(element);
    await complete(element);
    one(element, '[name="shows-results"]').click();
    await element.updateComplete;
    await press(element, '3 certificaten uploaden');
    expect(focused(element)).to.equal('consent');
    one(element, '#consent').click();
    await element.updateComplete;
    expect(host.uploads).to.have.lengthOf(0);
    one(element, '#send').focus();
    await sendKeys({ press: 'Enter' });
    await idle(element);
    await element.updateComplete;
    expect(
      host.uploads.map(({ draft }) => [
        draft.file.name,
        draft.enrollmentId,
        draft.validFrom,
        draft.validUntil,
        draft.consentTextVersion,
      ]),
    ).to.have.deep.members([
      ['anna smit.pdf', 'B-10001', '2026-12-08', '2027-12-08', '2026-1'],
      ['jansen.pdf', 'B-10004', '2026-12-08', '2027-12-08', '2026-1'],
      ['scan1.pdf', 'B-10002', '2026-12-08', '2027-12-08', '2026-1'],
    ]);
    expect(events).to.deep.equal(['1/3 sent', '2/3 sent', '3/3 sent', 'done 3']);
    expect(textOf(one(element, '#outcome'))).to.equal('3 certificaten geüpload.');
  });

  it('offers first who has what was typed as whole words of the name', async () => {
    const element = await shown(new BundleHost('Emine Jansen', 'Jan Jansen', 'Jantine Jansen'));
    await choose(element, textPdf('scan1.pdf'));
    await press(element, 'Deelnemer kiezen: scan1.pdf');
    await until(() => focused(element) === 'person', 'it is so');
    await sendKeys({ type: 'jan jansen' });
    const names = (): string[] => all(element, '[role="option"] [translate]:first-child').map(textOf);
    await until(() => names()[0] === 'Jan Jansen', 'the one who is called so');
    expect(names()).to.deep.equal(['Jan Jansen', 'Emine Jansen', 'Jantine Jansen']);
    await sendKeys({ press: 'Enter' });
    await isSaid('scan1.pdf is nu van Jan Jansen.');
  });

  it('shows two files for one person together, the same file for two, who has one already, and who is cancelled', async () => {
    const host = new BundleHost(...FOUR, 'Lars de Boer');
    host.people = host.people.map((person) =>
      person.participant.name === 'Petra Jansen'
        ? { ...person, certificateUploadedAt: '2026-11-01T10:00:00.000Z' }
        : person.participant.name === 'Lars de Boer'
          ? { ...person, status: 'cancelled' as const }
          : person,
    );
    const element = await shown(host);
    const same = textPdf('fatma ozturk.pdf');
    await choose(
      element,
      textPdf('anna smit.pdf'),
      textPdf('Anna Smit (2).pdf', 'nog een'),
      same,
      new File([same], 'jan jansen.pdf'),
      textPdf('petra jansen.pdf'),
      textPdf('lars de boer.pdf'),
    );
    expect(tabs(element)).to.equal('Gevonden 0, Nakijken 6, Niet gevonden 0, Overgeslagen 0');
    expect(
      rows(element).map(
        (row) => `${row.split(' | ')[0]} ${/(?:Er zijn meer|Precies|Deze inschrijving|Deze deelnemer)/.exec(row)?.[0]}`,
      ),
    ).to.deep.equal([
      'Anna Smit (2).pdf Er zijn meer',
      'anna smit.pdf Er zijn meer',
      'fatma ozturk.pdf Precies',
      'jan jansen.pdf Precies',
      'lars de boer.pdf Deze inschrijving',
      'petra jansen.pdf Deze deelnemer',
    ]);
    expect(button(element, 'Klopt: lars de boer.pdf')).to.equal(undefined);
    await press(element, 'Overslaan: Anna Smit (2).pdf');
    await press(element, 'Klopt: petra jansen.pdf');
    await press(element, 'Overslaan: lars de boer.pdf');
    await press(element, 'Klopt: fatma ozturk.pdf');
    await press(element, 'Overslaan: jan jansen.pdf');
    expect(tabs(element)).to.equal('Gevonden 3, Nakijken 0, Niet gevonden 0, Overgeslagen 3');
  });

  it('asks about a file that somebody else has already, also one who isn’t on the list', async () => {
    const host = new BundleHost('Anna Smit', 'Fatma Öztürk');
    host.people = host.people.map((person) => ({ ...person, certificateUploadedAt: '2026-11-01T10:00:00.000Z' }));
    const file = textPdf('anna smit.pdf');
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const there = { file: { sha256 }, certificationId: 'bhv' } as unknown as Certificate;
    host.certificates = [{ ...there, enrollmentId: 'somebody-else' }];
    const element = await shown(host);
    await choose(element, file, textPdf('fatma ozturk.pdf', 'iets anders'));
    expect(rows(element).map((row) => row.includes('Precies dit bestand staat ook bij iemand anders.'))).to.deep.equal([
      true,
      false,
    ]);
    await press(element, 'Klopt: anna smit.pdf');
    expect(tabs(element)).to.contain('Gevonden 1, Nakijken 1');
  });

  it('tells what was there already, and gives one file dates of its own', async () => {
    const host = new BundleHost('Anna Smit', 'Fatma Öztürk', 'Jan Jansen');
    host.certifications = [BHV, { ...BHV, id: 'ploeg', name: 'Ploegleider', requiresValidUntil: false }];
    const element = await shown(host);
    await choose(element, textPdf('anna smit.pdf'), textPdf('fatma ozturk.pdf'), textPdf('jan jansen.pdf'));
    one<HTMLSelectElement>(element, '#certification').value = 'bhv';
    one(element, '#certification').dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
    await complete(element);
    await press(element, 'Afwijkende gegevens: fatma ozturk.pdf');
    const [certification, validFrom] = all(element, '.own .field-input') as [HTMLSelectElement, HTMLInputElement];
    certification.value = 'ploeg';
    certification.dispatchEvent(new Event('change'));
    validFrom.value = '2026-12-09';
    validFrom.dispatchEvent(new Event('change'));
    await element.updateComplete;
    await expectAccessibleInOneEngine(element);
    host.failures = [failed('duplicate', { current: { id: 'c-old' } }), undefined, failed('forbidden')];
    await press(element, '3 certificaten uploaden');
    await idle(element);
    await element.updateComplete;
    expect(host.uploads.map(({ draft }) => [draft.certificationId, draft.validFrom, draft.validUntil])).to.deep.equal([
      ['bhv', '2026-12-08', '2027-12-08'],
      ['ploeg', '2026-12-09', undefined],
      ['bhv', '2026-12-08', '2027-12-08'],
    ]);
    expect(textOf(one(element, '#outcome'))).to.equal('1 certificaat geüpload, 1 was er al, 1 niet gelukt.');
    expect(rows(element).map((row) => /(?:Geüpload|Was er al|Niet gelukt.*)$/.exec(row)?.[0])).to.deep.equal([
      'Was er al',
      'Geüpload',
      'Niet gelukt. Je hebt hier geen toegang toe. Vraag de beheerder om toegang.',
    ]);
  });

  it('takes what is in a zip like other files', async () => {
    const host = new BundleHost('Anna Smit', 'Jan Jansen');
    const element = await shown(host, { maxSize: 2000 });
    const anna = new Uint8Array(await textPdf('anna.pdf').arrayBuffer());
    await choose(
      element,
      new File([zipSync({ 'Anna Smit/certificaat.pdf': anna, 'jan jansen.pdf': new Uint8Array(3000) })], 'map.zip'),
    );
    expect(tabs(element)).to.equal('Gevonden 1, Nakijken 0, Niet gevonden 0, Overgeslagen 1');
    expect((await open(element, 'left-out'))[0]).to.contain('Dit bestand is te groot.');
  });
});
