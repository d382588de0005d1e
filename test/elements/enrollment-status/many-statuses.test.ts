// Lists: many statuses on one page, and what they cost the backend.
import type { Enrollment } from '@enrollkit/core';
import type { EnrollmentStatus, HostBackend } from '@enrollkit/elements';
import '@enrollkit/elements/enrollment-status.js';
import { expect, fixture, html } from '@open-wc/testing';
import { settle } from '../../security/page-errors.js';
import { HostRecords, NOW, started } from './host-backend.js';
import { edited, part, textOf } from './status-page.js';
import { waitUntil } from '../../support/wait-until.js';

/** A backend that answers many at once, or one by one when it is asked for one. */
class ListRecords {
  readonly calls: (readonly string[])[] = [];
  readonly signals: AbortSignal[] = [];
  answer: (ids: readonly string[]) => Promise<readonly (Enrollment | undefined)[]> = async (ids) =>
    ids.map((id) => (id.startsWith('gone') ? undefined : { ...started, id }));

  readonly backend: HostBackend = {
    clock: () => NOW,
    getEnrollment: async (id) => {
      this.calls.push([id]);
      return { ...started, id };
    },
    getEnrollments: (ids, options) => {
      this.calls.push(ids);
      this.signals.push(options?.signal as AbortSignal);
      return this.answer(ids);
    },
  };
}

const list = (backend: HostBackend, ids: readonly string[]): Promise<HTMLElement> =>
  fixture(html`
    <div lang="nl">
      ${ids.map((id) => html`<enrollment-status compact enrollment-id=${id} .backend=${backend}></enrollment-status>`)}
    </div>
  `);
const statuses = (page: HTMLElement): readonly EnrollmentStatus[] => [...page.querySelectorAll('enrollment-status')];
const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `e${index}`);

describe('<enrollment-status show-history> that was given its record before it was defined', () => {
  it('shows the history as soon as it is loaded', async () => {
    const given = document.implementation.createHTMLDocument().createElement('enrollment-status');
    given.setAttribute('show-history', '');
    given.enrollment = {
      ...started,
      history: [{ from: 'enrolled', to: 'started', at: NOW, cause: { kind: 'manual', by: 'Noor' }, note: 'Op tijd' }],
    };
    const page = await fixture<HTMLElement>(html`<div lang="nl"></div>`);
    page.append(given);
    await waitUntil(() => textOf(given, 'history').includes('Op tijd'));
  });
});

describe('Many <enrollment-status> on one page', () => {
  it('cost it six elements each, one rendering, and one timer for all', async () => {
    const timers = new Set<unknown>();
    const setTimeout = window.setTimeout.bind(window);
    window.setTimeout = ((work: TimerHandler, ms?: number) => {
      const timer = setTimeout(work, ms);
      // Others wait for the next task, or the next frame.
      if (ms && ms > 1000) timers.add(timer);
      return timer;
    }) as typeof window.setTimeout;
    let rendered = 0;
    const changeStatus = (): never => {
      throw new Error('Nobody pressed');
    };
    try {
      const page = await fixture<HTMLElement>(html`<div lang="nl"></div>`);
      const all = ids(100).map((id) =>
        Object.assign(document.createElement('enrollment-status'), {
          backend: { clock: () => NOW, changeStatus },
          enrollment: { ...started, id },
          compact: true,
          editable: true,
        }),
      );
      for (const element of all) {
        const render = element.render.bind(element);
        element.render = () => {
          rendered += 1;
          return render();
        };
      }
      page.append(...all);
      await Promise.all(all.map(({ updateComplete }) => updateComplete));
      expect(all.every((element) => part(element, 'edit-button') && textOf(element, 'label') === 'Gestart')).to.equal(
        true,
      );
      const elements = all.map((element) => element.shadowRoot?.querySelectorAll('*').length);
      expect([...new Set(elements)], 'with itself: six').to.deep.equal([5]);
      expect(rendered).to.equal(100);
      expect(timers.size).to.be.lessThan(2);
    } finally {
      window.setTimeout = setTimeout;
    }
  });

  it('ask together, each enrollment once, and no more at a time than a backend takes', async () => {
    const records = new ListRecords();
    const page = await list(records.backend, [...ids(1200), 'e0', 'e1']);
    await waitUntil(() => statuses(page).every((element) => textOf(element, 'label') === 'Gestart'));
    expect(records.calls.map(({ length }) => length)).to.deep.equal([500, 500, 200]);
  });

  it('tell each its own: one that is not there, and all of them when the call fails, until it is tried again', async () => {
    const records = new ListRecords();
    const page = await list(records.backend, ['e1', 'gone', 'e2']);
    await waitUntil(() => statuses(page).every((element) => !element.matches(':state(loading)')));
    expect(statuses(page).map((element) => element.matches(':state(failed)'))).to.deep.equal([false, true, false]);

    for (const answer of [async () => ['e1'], async () => 'no list', () => Promise.reject(new Error('Broken'))]) {
      const broken = new ListRecords();
      broken.answer = answer as never;
      const failed = await list(broken.backend, ['e1', 'e2']);
      await waitUntil(() => statuses(failed).every((element) => element.matches(':state(failed)')));
      broken.answer = new ListRecords().answer;
      part(statuses(failed)[0]!, 'retry-button')!.click();
      await waitUntil(() => textOf(statuses(failed)[0]!, 'label') === 'Gestart');
    }
  });

  it('are given up together, when the last of them has left', async () => {
    const records = new ListRecords();
    records.answer = () => new Promise(() => undefined);
    const page = await list(records.backend, ['e1', 'e2']);
    await waitUntil(() => records.calls.length === 1);
    statuses(page)[0]!.remove();
    await settle();
    expect(records.signals[0]!.aborted).to.equal(false);
    statuses(page)[0]!.remove();
    await waitUntil(() => records.signals[0]!.aborted);
  });
});

describe('<enrollment-status> with an enrollment that the page has', () => {
  async function given(records: HostRecords, enrollment: Enrollment): Promise<EnrollmentStatus> {
    const element = await fixture<EnrollmentStatus>(
      html`<enrollment-status
        editable
        lang="nl"
        .enrollment=${enrollment}
        .backend=${records.backend()}
      ></enrollment-status>`,
    );
    await element.updateComplete;
    return element;
  }

  it('shows it at once and asks nothing, also without any backend', async () => {
    const records = new HostRecords();
    const element = await given(records, { ...started, status: 'no-show' });
    expect(textOf(element, 'label')).to.equal('No-show');
    const alone = await fixture<EnrollmentStatus>(
      html`<enrollment-status lang="nl" .enrollment=${started}></enrollment-status>`,
    );
    expect(textOf(alone, 'label')).to.equal('Gestart');
    await settle();
    expect(records.reads).to.equal(0);
    alone.enrollment = { ...started, version: 9, status: 'did-not-pass' };
    await alone.updateComplete;
    expect(textOf(alone, 'label')).to.equal('Niet geslaagd');
  });

  it('shows what it was changed into, by it or by others, whatever older record the page draws again', async () => {
    const records = new HostRecords();
    const element = await given(records, started);
    await edited(element);
    element.shadowRoot!.querySelector<HTMLElement>('input[value=no-show]')!.click();
    part(element, 'update-button')!.click();
    await waitUntil(() => textOf(element, 'label') === 'No-show');
    element.enrollment = { ...started };
    await settle();
    expect(textOf(element, 'label')).to.equal('No-show');
    records.change({ status: 'did-not-pass' });
    await waitUntil(() => textOf(element, 'label') === 'Niet geslaagd');
  });
});
