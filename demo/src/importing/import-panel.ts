import { hasErrorCode, type ImportSession, type PlanProgress } from '@enrollkit/core';
import { byId, forgetNotice, h, notify, whileBusy } from '../dom.js';
import { formatCount } from '../format.js';
import { tellFailure } from '../portal.js';
import { text } from '../texts/language.js';
import { stepCount, type FeedImporter, type ImportedFeed } from './feed-importer.js';
import { NewIdsPanel } from './new-ids-panel.js';
import { enrollmentWords, stepLine } from './step-line.js';

const STEPS_AT_ONCE = 25;

/** Shows what an import would do, asks, and shows how it goes. */
export class ImportPanel {
  readonly #importer: FeedImporter;
  readonly #newIds: NewIdsPanel;
  #feed: ImportedFeed | undefined;
  #plan: ImportSession | undefined;
  #shown = 0;

  constructor(importer: FeedImporter) {
    this.#importer = importer;
    this.#newIds = new NewIdsPanel(importer);
    byId('plan').addEventListener('click', () => void this.#run(() => this.#makePlan()));
    byId('apply').addEventListener('click', () => void this.#run(() => this.#apply()));
    byId('leave').addEventListener('click', () => void this.#run(() => this.#leave()).then(() => byId('plan').focus()));
    byId('more').addEventListener('click', () => void this.#run(() => this.#showSteps()));
    byId('new-ids-more').addEventListener('click', () => void this.#run(() => this.#newIds.showMore()));
    byId<HTMLInputElement>('force').addEventListener('change', () => this.#allow());
  }

  /** Another feed was checked; `undefined` when there is nothing to import. */
  offer(feed: ImportedFeed | undefined): void {
    this.#feed = feed;
    this.#plan = undefined;
    byId('import').hidden = !feed;
    byId('plan').hidden = false;
    byId('planned').hidden = true;
    forgetNotice();
  }

  /** Says it again, in the language that the page has now. */
  show(): void {
    if (!this.#plan) return;
    this.#tell(this.#plan);
    this.#newIds.show();
  }

  async #makePlan(): Promise<void> {
    const feed = this.#feed;
    if (!feed) return;
    forgetNotice();
    byId('planning').textContent = text('planning');
    const bar = byId<HTMLProgressElement>('plan-bar');
    bar.max = feed.content.size;
    bar.value = 0;
    const onProgress = ({ readBytes, products }: PlanProgress): void => {
      bar.value = readBytes;
      byId('plan-text').textContent = formatCount(products, feed.kind);
      byId('plan-progress').hidden = false;
    };
    const plan = (this.#plan = await this.#importer.plan(feed, { onProgress }));
    if (plan.state === 'failed' || plan.state === 'cancelled') {
      notify(text(plan.state === 'failed' ? 'importFailed' : 'importReplaced'), { tone: 'danger' });
      return;
    }
    byId('plan').hidden = true;
    byId('planned').hidden = false;
    byId('planned').focus();
    byId<HTMLInputElement>('force').checked = false;
    this.#tell(plan);
    byId('steps').replaceChildren();
    this.#shown = 0;
    await this.#newIds.offer(plan);
    await this.#showSteps();
  }

  #tell(plan: ImportSession): void {
    const { create, update, restore, delete: gone, unchanged, left, invite } = plan.counts;
    const { enrollments: total, openEnrollments: open } = plan.counts;
    byId('counts').textContent = text('planCounts', { create: create + restore, update, gone, unchanged });
    const notes = [
      stepCount(plan) === 0 && text('planNothing'),
      left > 0 && text('planLeft', { products: formatCount(left, plan.kind) }),
      invite > 0 && text('planInvites', { count: invite }),
      plan.state === 'held' && text('planHeld', { share: plan.options.maxDeletedShare }),
      gone > 0 && text('planStake', { enrollments: enrollmentWords({ total, open }) }),
    ];
    byId('plan-notes').replaceChildren(...notes.flatMap((note) => (note ? [h('p', {}, note)] : [])));
    byId('force-row').hidden = plan.state !== 'held';
    byId('apply').hidden = stepCount(plan) === 0;
    this.#allow();
  }

  /** What its guard holds takes a deliberate yes. */
  #allow(): void {
    byId<HTMLButtonElement>('apply').disabled =
      this.#plan?.state === 'held' && !byId<HTMLInputElement>('force').checked;
  }

  async #showSteps(): Promise<void> {
    if (!this.#plan) return;
    const asked = { isNewId: false, offset: this.#shown, size: STEPS_AT_ONCE };
    const page = await this.#importer.listSteps(this.#plan.id, asked);
    byId('steps').append(...page.items.map(stepLine));
    this.#shown += page.items.length;
    byId('more').hidden = this.#shown >= page.total;
  }

  async #apply(): Promise<void> {
    const plan = this.#plan;
    if (!plan || !this.#feed) return;
    const steps = stepCount(plan);
    const bar = byId<HTMLProgressElement>('apply-bar');
    const onProgress = (done: number): void => {
      bar.max = steps;
      bar.value = done;
      byId('apply-text').textContent = text('applying', { done, steps });
    };
    byId('applying').hidden = false;
    onProgress(0);
    try {
      const force = plan.state === 'held';
      const done = await this.#importer.apply(plan, this.#feed, { force, ...this.#newIds.choices, onProgress });
      // What had the focus goes with it, so the focus goes to what came of it.
      byId('import').hidden = true;
      if (done.state === 'done') {
        const link = h('a', { href: '/products.html' }, text('toProducts'));
        notify(text('imported', { count: done.counts.applied }), { link, takesFocus: true });
      } else notify(text('importFailed'), { tone: 'danger', takesFocus: true });
    } finally {
      byId('applying').hidden = true;
    }
  }

  async #leave(): Promise<void> {
    if (this.#plan) await this.#importer.cancel(this.#plan.id);
    this.offer(this.#feed);
  }

  /** One thing at a time. */
  async #run(work: () => Promise<void>): Promise<void> {
    await whileBusy(byId('import').querySelectorAll('button'), async () => {
      try {
        await work();
      } catch (error) {
        forgetNotice();
        if (hasErrorCode(error, 'conflict')) notify(text('importBusy'), { tone: 'danger' });
        else tellFailure(error);
      } finally {
        byId('planning').textContent = '';
        byId('plan-progress').hidden = true;
        this.#allow();
        // A button that is gone by now leaves the focus to the plan.
        if (document.activeElement === document.body) byId('planned').focus();
      }
    });
  }
}
