import type { StatusAnswer, StatusRequest } from '@enrollkit/core';
import type { RosterChangedDetail } from '@enrollkit/elements';
import { expect, oneEvent } from '@open-wc/testing';
import { isSaid } from '../../said.js';
import {
  at,
  column,
  focusRow,
  idle,
  part,
  participants,
  press,
  read,
  root,
  rowsOf,
  shown,
  textOf,
  waitUntil,
} from '../roster-page.js';
import { expectAccessibleInOneEngine } from '../../../support/one-engine.js';
import { sendKeys } from '../../../support/keys.js';

/** Lets writes wait until it is called; then something else happens before the first of them. */
function slow({ backend }: Awaited<ReturnType<typeof shown>>['host'], meanwhile: () => unknown = () => undefined) {
  const { changeStatuses } = backend;
  let open = (): void => undefined;
  const isOpen = new Promise<void>((resolve) => (open = resolve)).then(meanwhile);
  backend.changeStatuses = async (...asked) => {
    await isOpen;
    return changeStatuses!(...asked);
  };
  return open;
}

/** A key is heard some time after it was pressed: what was done by it is told when all of it is stored. */
async function told(element: Parameters<typeof textOf>[0], words: string): Promise<void> {
  await waitUntil(() => textOf(element, 'outcome').includes(words), words);
  await idle(element);
}

describe('Marking in <enrollment-roster>', () => {
  it('takes one key for a person, and one for the rest: who has a result keeps it; then all of it is undone', async () => {
    const { element, host } = await shown();
    const before = host.statuses();
    const heard: RosterChangedDetail[] = [];
    element.addEventListener('ek-roster-changed', ({ detail }) => heard.push(detail));
    await focusRow(element, 2);
    await press('/');
    await waitUntil(() => root(element).activeElement?.id === 'search');
    // From the search on to the list, past all that is between them.
    await press('ArrowDown');
    await waitUntil(() => at(element) === 2);
    await press('n');
    await waitUntil(() => at(element) === 3);
    await press('x');
    await waitUntil(() => root(element).activeElement?.id === 'note');
    await expectAccessibleInOneEngine(element);
    await sendKeys({ type: 'ziek gemeld' });
    await press('Enter');
    await waitUntil(() => at(element) === 4);
    await idle(element);
    expect(host.rows.get('e00005')!.history.at(-1)).to.deep.include({ to: 'no-show', note: 'ziek gemeld' });
    expect(column(element, 'status').slice(2, 4)).to.deep.equal(['Niet geslaagd', 'No-show']);

    part(element, 'rest-button')!.click();
    await waitUntil(() => heard.length === 3);
    await idle(element);
    expect(host.statuses()).to.deep.equal({ completed: 20, 'no-show': 3, 'did-not-pass': 1 });
    const said = '12 deelnemers op Afgerond gezet. 4 deelnemers hebben al een uitslag en houden die.';
    await isSaid(said);
    expect(textOf(element, 'outcome')).to.contain(said);
    expect(heard[2]!.changes.length).to.equal(12);
    expect(host.calls.filter((call) => call === 'changeStatuses').length).to.equal(3);
    await expectAccessibleInOneEngine(element);

    await focusRow(element, 0);
    for (const left of [2, 1, 0]) {
      await press('Control+z');
      await waitUntil(() => heard.length === 6 - left);
      await idle(element);
    }
    expect(host.statuses()).to.deep.equal(before);
    // By new changes: what happened stays.
    expect(host.rows.get('e00005')!.history.map(({ to }) => to)).to.deep.equal(['no-show', 'started']);
    expect(part(element, 'undo-button')).to.equal(null);
    expect(heard.map(({ undo }) => undo)).to.deep.equal([false, false, false, true, true, true]);
  });

  it('hears its keys on the buttons below the list too, but for those of a button, and none in a note', async () => {
    const { element, host } = await shown();
    const before = host.statuses();
    await focusRow(element, 2);
    part(element, 'rest-button')!.focus();
    await press('Enter');
    await told(element, 'op Afgerond gezet');
    expect(root(element).activeElement).to.equal(part(element, 'rest-button'));
    await press('Control+z');
    await waitUntil(() => part(element, 'undo-button') === null);
    await idle(element);
    expect(host.statuses()).to.deep.equal(before);
    await press('n');
    await told(element, 'op Niet geslaagd gezet');
    expect(column(element, 'status')[2]).to.equal('Niet geslaagd');

    part(element, 'rest-button')!.focus();
    await press('x');
    await waitUntil(() => root(element).activeElement?.id === 'note');
    const stored = host.statuses();
    await sendKeys({ type: 'an' });
    await press('Control+z');
    expect(host.statuses()).to.deep.equal(stored);
    await press('Escape');
    await waitUntil(() => root(element).activeElement?.id !== 'note');
    await idle(element);
    expect(host.statuses()).to.deep.equal(stored);
  });

  it('chooses ranges, single rows and everybody by keyboard, and changes a result only when told so', async () => {
    const { element, host } = await shown({ attributes: { keys: 'completed:k enrolled:ii' } });
    await focusRow(element, 4);
    await press('Shift+ArrowDown', 'Shift+ArrowDown');
    await waitUntil(() => textOf(element, 'chosen') === '3 gekozen');
    expect(rowsOf(element).filter((row) => row.ariaSelected === 'true').length).to.equal(3);
    await press('k');
    // A no-show was among them.
    await told(element, '2 deelnemers op Afgerond gezet. 1 deelnemer heeft al een uitslag');
    part(element, 'overwrite-button')!.click();
    await waitUntil(() => column(element, 'status').slice(4, 7).join() === 'Afgerond,Afgerond,Afgerond');
    await idle(element);

    await focusRow(element, 8);
    await press('Space', 'ArrowDown', 'Space');
    await waitUntil(() => textOf(element, 'chosen') === '2 gekozen');
    await press('Escape');
    await waitUntil(() => textOf(element, 'chosen') !== '2 gekozen');
    await press('Control+a');
    await waitUntil(() => textOf(element, 'chosen') === '24 gekozen');
    await press('?');
    await waitUntil(() => part(element, 'keys'));
    expect(read(part(element, 'keys'))).to.contain('K Afgerond');
    await expectAccessibleInOneEngine(element);
    // The page says no: nothing is done.
    const writes = () => host.calls.filter((call) => call.startsWith('change')).length;
    const before = writes();
    const heard = oneEvent(element, 'ek-roster-change');
    element.addEventListener('ek-roster-change', (event) => event.preventDefault(), { once: true });
    await press('k');
    await heard;
    await idle(element);
    expect(writes()).to.equal(before);
  });

  it('keeps up with the keys: what follows waits for what came before, and undo takes back the last', async () => {
    const { element, host } = await shown();
    const open = slow(host);
    const before = host.statuses();
    const heard: RosterChangedDetail[] = [];
    element.addEventListener('ek-roster-changed', ({ detail }) => heard.push(detail));
    await focusRow(element, 2);
    await press('n', 'Control+a', 'a');
    await waitUntil(() => column(element, 'status').includes('Afgerond'));
    // What is under way is a result already.
    expect(column(element, 'status')[2]).to.match(/^Niet geslaagd/);
    await press('Control+z');
    expect(host.statuses(), 'nothing is stored yet').to.deep.equal(before);
    open();
    await waitUntil(() => heard.length === 3);
    await idle(element);
    expect(heard.map(({ undo }) => undo)).to.deep.equal([false, false, true]);
    expect(heard[0]!.changes.map(({ to }) => to)).to.deep.equal(['did-not-pass']);
    expect(heard[1]!.changes.map(({ enrollmentId }) => enrollmentId)).not.to.include(
      heard[0]!.changes[0]!.enrollmentId,
    );
    expect(host.statuses()['did-not-pass']).to.equal((before['did-not-pass'] ?? 0) + 1);
    expect(host.statuses().completed).to.equal(before.completed);
    expect(heard.flatMap(({ failed }) => failed)).to.deep.equal([]);
  });

  it('writes over nothing that a person has not seen, also of a row for which they chose twice', async () => {
    const { element, host } = await shown();
    const name = column(element, 'name')[2];
    const { id } = [...host.rows.values()].find(({ participant }) => participant.name === name)!;
    const open = slow(host, () => host.change({ id, to: 'no-show' }));
    await focusRow(element, 2);
    await press('n', 'ArrowUp', 'a');
    open();
    await waitUntil(() => textOf(element, 'mark') !== '');
    await idle(element);
    expect(host.rows.get(id)!.history[0]!.to).to.equal('no-show');
    expect(host.rows.get(id)!.status).to.equal('no-show');
    expect(textOf(element, 'mark')).to.contain('No-show');
  });

  it('tells each row its own failure, shows theirs beside ours, and keeps every choice', async () => {
    const { element, host } = await shown();
    const { changeStatuses } = host.backend;
    const THEIRS = 'e00017';
    const refuse = async (changes: readonly StatusRequest[]): Promise<readonly StatusAnswer[]> => {
      const others = [...(await changeStatuses!(changes.filter(({ id }) => id !== THEIRS && id !== 'e00005')))];
      return changes.map(({ id }) => {
        if (id === 'e00005') return { problem: { code: 'unavailable', message: '', issues: [] } };
        if (id !== THEIRS) return others.shift()!;
        const current = host.rows.get(id)!;
        return {
          problem: {
            code: 'conflict',
            message: '',
            issues: [],
            current: { ...current, status: 'no-show', version: 7 },
          },
        };
      });
    };
    host.backend.changeStatuses = refuse;
    await focusRow(element, 2);
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'a');
    await told(element, '1 deelnemer op Afgerond gezet. Bij 2 deelnemers is het niet gelukt.');
    const marks = (): readonly string[] => [...root(element).querySelectorAll('.mark')].map(read);
    expect(marks()).to.deep.equal([
      'Iemand anders heeft intussen No-show gekozen. Hier is Afgerond gekozen. Toch Afgerond No-show laten staan',
      'Afgerond is niet opgeslagen. De server is niet bereikbaar. Probeer het over een paar minuten opnieuw. Opnieuw proberen Laten zoals het is',
    ]);
    await expectAccessibleInOneEngine(element);

    host.backend.changeStatuses = changeStatuses!;
    const [keep] = root(element).querySelectorAll<HTMLElement>('[data-do=dismiss]');
    keep!.click();
    await waitUntil(() => marks().length === 1);
    expect(column(element, 'status')[2]).to.equal('No-show');
    part(element, 'retry-button')!.click();
    await waitUntil(() => marks().length === 0);
    await idle(element);
    expect(host.rows.get('e00005')!.status).to.equal('completed');
  });

  it('writes over what only changed beside the status, and takes a change that was made already for done', async () => {
    const { element, host } = await shown();
    // Its status is the same, its version isn't; and one that another window has completed.
    host.rows.set('e00017', { ...host.rows.get('e00017')!, version: 5 });
    host.rows.set('e00005', { ...host.rows.get('e00005')!, status: 'completed', version: 6 });
    await focusRow(element, 2);
    await press('Shift+ArrowDown', 'a');
    await told(element, '2 deelnemers op Afgerond gezet.');
    expect(host.rows.get('e00017')!.version).to.equal(6);
    expect(host.rows.get('e00005')!.version).to.equal(6);
  });

  it('keeps what is marked without a connection, says so in the row, and goes on when it is sent', async () => {
    const { element, host } = await shown();
    const { changeStatuses } = host.backend;
    let send: () => void = () => undefined;
    host.backend.changeStatuses = async (changes) => {
      const sent = new Promise((resolve) => {
        send = () => resolve(changeStatuses!(changes));
      });
      throw Object.assign(new Error('kept'), { code: 'queued', sent });
    };
    await focusRow(element, 1);
    const keeps = host.backend.changeStatuses;
    host.backend.changeStatuses = changeStatuses!;
    await press('n');
    await told(element, '1 deelnemer op Niet geslaagd gezet.');
    host.backend.changeStatuses = keeps;
    await press('a');
    await waitUntil(() => read(root(element).querySelector('.mark')) === 'Afgerond, zodra er weer verbinding is');
    // What was done before it isn't what a person would take back now.
    expect(part(element, 'undo-button')).to.equal(null);
    expect(textOf(element, 'outcome')).to.contain(
      'De wijziging van 1 deelnemer is in deze browser bewaard en wordt verstuurd zodra er weer verbinding is.',
    );
    expect(host.rows.get('e00017')!.status).to.equal('started');
    const heard: RosterChangedDetail[] = [];
    element.addEventListener('ek-roster-changed', ({ detail }) => heard.push(detail));
    send();
    await waitUntil(() => !root(element).querySelector('.mark'));
    await told(element, '1 deelnemer op Afgerond gezet.');
    expect(textOf(element, 'outcome')).not.to.contain('bewaard');
    expect(heard.map(({ changes }) => changes.length)).to.deep.equal([1]);
    expect(column(element, 'status')[2]).to.equal('Afgerond');
    expect(part(element, 'undo-button')).not.to.equal(null);
  });

  it('takes what was kept, refused and let go of here off the list of the backend', async () => {
    const { element, host } = await shown();
    const given: number[] = [];
    let marked = '';
    const kept = (id: number, fields: object) => ({
      id,
      enrollmentId: marked,
      to: 'did-not-pass',
      state: 'failed',
      isFromHere: true,
      ...fields,
    });
    Object.assign(host.backend, {
      queue: {
        items: async () => [
          kept(1, {}),
          kept(2, { to: 'no-show' }),
          kept(3, { enrollmentId: 'another' }),
          kept(4, { state: 'waiting' }),
        ],
        discard: async (id: number) => void given.push(id),
      },
    });
    host.backend.changeStatuses = async ([change]) => {
      marked = change!.id;
      const sent = Promise.reject(Object.assign(new Error('refused'), { code: 'forbidden' }));
      throw Object.assign(new Error('kept'), { code: 'queued', sent });
    };
    await focusRow(element, 1);
    await press('n');
    await waitUntil(() => root(element).querySelector('[data-do=dismiss]'));
    root(element).querySelector<HTMLElement>('[data-do=dismiss]')!.click();
    await waitUntil(() => given.length > 0);
    expect(given).to.deep.equal([1]);
    expect(root(element).querySelector('.mark')).to.equal(null);
  });

  it('works one by one with a backend that takes one at a time, and says why some can not be marked', async () => {
    const rows = participants(6).map((row, index) =>
      index === 1 ? { ...row, status: 'cancelled' as const, bookingState: 'cancelled' as const } : row,
    );
    const { element, host } = await shown({ rows });
    delete host.backend.changeStatuses;
    element.requestUpdate();
    await focusRow(element, 0);
    await press('Control+a');
    await waitUntil(() => textOf(element, 'chosen') === '6 gekozen');
    await press('n');
    await told(element, 'Bij 1 deelnemer kan de status niet worden gewijzigd.');
    expect(host.statuses()['did-not-pass']).to.equal(rows.filter(({ status }) => status === 'started').length);
  });

  it('corrects a name in the panel, and only sends what differs', async () => {
    const sent: unknown[] = [];
    const { element, host } = await shown();
    const { correctEnrollment } = host.backend;
    host.backend.correctEnrollment = async (id, correction, options) => {
      sent.push(correction);
      return correctEnrollment!(id, correction, options);
    };
    await focusRow(element, 2);
    await press('Enter');
    await waitUntil(() => part(element, 'correction'), 'the panel');
    part(element, 'correction')!.querySelector('summary')!.click();
    const name = part(element, 'correction')!.querySelector<HTMLInputElement>('[name=name]')!;
    const type = async (text: string): Promise<void> => {
      name.focus();
      name.select();
      await (text === '' ? press('Delete') : sendKeys({ type: text }));
      await press('Enter');
    };
    await type('');
    await waitUntil(() => name.getAttribute('aria-invalid') === 'true');
    expect(read(root(element).querySelector('#fault-name'))).to.equal('Vul een naam in.');
    await type('Daan El-Idrissi');
    await waitUntil(() => read(root(element).querySelector('#details-title')) === 'Daan El-Idrissi');
    expect(sent).to.deep.equal([{ name: 'Daan El-Idrissi' }]);
    await isSaid('De gegevens zijn opgeslagen.');
    await press('Escape');
    await waitUntil(() => at(element) === 2);
    expect(column(element, 'name')[2]).to.equal('Daan El-Idrissi');
  });
});
