import { previousIdOf, type ImportSession, type ImportStep, type NewIdChoice } from '@enrollkit/core';
import { byId, h } from '../dom.js';
import { formatCount } from '../format.js';
import { text } from '../texts/language.js';
import type { FeedImporter, NewIdChoices } from './feed-importer.js';
import { enrollmentWords, idWords } from './step-line.js';

const AT_ONCE = 10;
const CHOICES: readonly NewIdChoice[] = ['keep', 'replace'];
const REMEMBERED = 'leerplein-new-ids';

/** What somebody chose, for as long as this tab is open: another plan of the same feed proposes it again. */
interface Remembered {
  readonly all: NewIdChoice;
  /** Where something else was chosen than for all: the ID that a course had, by its new one. */
  readonly others: Readonly<Record<string, string>>;
}

/** Asks what becomes of courses that are in the feed under another ID: for all at once, and for each. */
export class NewIdsPanel {
  readonly #importer: FeedImporter;
  #plan: ImportSession | undefined;
  #steps: ImportStep[] = [];
  #all: NewIdChoice = 'keep';
  #others = new Map<string, string>();

  constructor(importer: FeedImporter) {
    this.#importer = importer;
  }

  get choices(): NewIdChoices {
    return { newIds: this.#all, newIdExceptions: [...this.#others.keys()] };
  }

  /** Of another plan: what was chosen before holds for it. */
  async offer(plan: ImportSession): Promise<void> {
    this.#plan = plan;
    this.#steps = [];
    const { all, others } = remembered();
    this.#all = all;
    this.#others = new Map(Object.entries(others));
    byId('new-ids').hidden = plan.counts.newIds === 0;
    if (plan.counts.newIds > 0) await this.showMore();
  }

  async showMore(): Promise<void> {
    if (!this.#plan) return;
    const page = { isNewId: true, offset: this.#steps.length, size: AT_ONCE };
    const { items } = await this.#importer.listSteps(this.#plan.id, page);
    for (const step of items) {
      // Chosen for another course, which had this new ID.
      if (this.#others.get(step.id) !== previousIdOf(step)) this.#others.delete(step.id);
    }
    this.#steps.push(...items);
    this.show();
  }

  /** Also again, in the language that the page has now. */
  show(): void {
    if (!this.#plan) return;
    const { newIds } = this.#plan.counts;
    byId('new-ids-lead').textContent = text('newIdsLead', { products: formatCount(newIds, 'products') });
    byId('new-ids-all').replaceChildren(...(newIds > 1 ? [this.#forAll()] : []));
    byId('new-ids-list').replaceChildren(...this.#steps.map((step) => h('li', {}, this.#forOne(step))));
    byId('new-ids-more').hidden = this.#steps.length >= newIds;
  }

  #forAll(): HTMLFieldSetElement {
    return this.#group('new-ids-all', [text('newIdsAll')], this.#all, (choice) => {
      this.#all = choice;
      this.#others.clear();
      for (const radio of byId('new-ids-list').querySelectorAll('input')) radio.checked = radio.value === choice;
    });
  }

  #forOne(step: ImportStep): HTMLFieldSetElement {
    const { id, name, order, enrollments } = step;
    const facts = [idWords(step), enrollments && enrollmentWords(enrollments)].filter(Boolean).join(' · ');
    const chosen = this.#others.has(id) === (this.#all === 'keep') ? 'replace' : 'keep';
    return this.#group(`new-id-${order}`, [h('bdi', {}, name), h('small', {}, facts)], chosen, (choice) => {
      // A course alone is all there is.
      if (this.#plan?.counts.newIds === 1) this.#all = choice;
      if (choice === this.#all) this.#others.delete(id);
      else this.#others.set(id, previousIdOf(step) ?? '');
    });
  }

  #group(
    name: string,
    legend: readonly (Node | string)[],
    chosen: NewIdChoice,
    onChoose: (choice: NewIdChoice) => void,
  ): HTMLFieldSetElement {
    const radios = CHOICES.map((choice) => {
      const radio = h('input', { type: 'radio', name, value: choice, checked: choice === chosen });
      radio.addEventListener('change', () => {
        onChoose(choice);
        remember({ all: this.#all, others: Object.fromEntries(this.#others) });
      });
      return h('label', { className: 'check' }, radio, h('span', {}, text(`new-id-${choice}`)));
    });
    return h('fieldset', { className: 'new-id' }, h('legend', {}, ...legend), ...radios);
  }
}

function remembered(): Remembered {
  return JSON.parse(sessionStorage.getItem(REMEMBERED) ?? '{"all":"keep","others":{}}') as Remembered;
}

function remember(chosen: Remembered): void {
  sessionStorage.setItem(REMEMBERED, JSON.stringify(chosen));
}
