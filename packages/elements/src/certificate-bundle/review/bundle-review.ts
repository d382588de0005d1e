import type { Issue } from '@enrollkit/core';
import { html, type TemplateResult } from 'lit';
import { letGoOf } from '../../base/backend/let-go.js';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { plainText } from '../../base/language/plain-text.js';
import { countTabs, ownerOf, type BundleItem, type SortedItem, type Tab } from '../bundle-item.js';
import type { BundleRun } from '../bundle-run.js';
import { fileName, type BundleWording } from '../bundle-wording.js';
import type { BundleRecord } from '../read-roster.js';
import { PersonPicker } from './person-picker.js';
import { renderRows } from './render-rows.js';
import { renderTabs } from './render-tabs.js';

interface ReviewView {
  readonly run: BundleRun;
  readonly record: BundleRecord;
  readonly sorted: readonly SortedItem[];
  readonly wording: BundleWording;
  readonly issues: ReadonlyMap<string, readonly Issue[]>;
  readonly changed: ReadonlySet<string>;
}

/** Looking over whose each file is: the tabs, the files in them, and what a person does with one. */
export class BundleReview {
  tab: Tab = 'matched';
  readonly #host: EnrollkitElement;
  readonly #picker: PersonPicker;
  readonly #opened = new Set<string>();

  constructor(host: EnrollkitElement) {
    this.#host = host;
    this.#picker = new PersonPicker(host);
  }

  reset(): void {
    this.#opened.clear();
    this.show('matched');
  }

  /** Where there is something to do. */
  showFirstToDo(counts: Readonly<Record<Tab, number>>): void {
    this.show(
      (['to-check', 'not-matched', 'matched', 'left-out'] as const).find((tab) => counts[tab] > 0) ?? 'matched',
    );
  }

  show(tab: Tab): void {
    this.tab = tab;
    this.#picker.close();
  }

  render(view: ReviewView): TemplateResult {
    const { run, record, sorted, wording } = view;
    const { bundle } = wording;
    const rows = sorted.filter(({ tab }) => tab === this.tab);
    return html`${renderTabs({ t: bundle, selected: this.tab, counts: countTabs(sorted), onSelect: (tab, { focus }) => this.#select(tab, focus) })}
      <div id="panel" class="panel" part="panel" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${
          rows.length === 0
            ? html`<p class="muted">${bundle.empty[this.tab]}</p>`
            : renderRows({
                wording,
                rows,
                people: record.people,
                certifications: record.certifications,
                picker: this.#picker,
                issues: view.issues,
                changed: view.changed,
                opened: this.#opened,
                onPick: (item) => this.#picker.open(item.id),
                onClosePicker: () => this.#closePicker(),
                onChoose: (item, enrollmentId) => this.#choose(view, item, enrollmentId),
                onConfirm: (item) =>
                  this.#act(
                    item,
                    () => run.change(item.id, { isConfirmed: true }),
                    bundle.announceConfirmed(fileName(item)),
                  ),
                onLeaveOut: (item, isLeftOut) => this.#leaveOut(view, item, isLeftOut),
                onOpen: (item) => this.#toggleOwn(item),
                onOwn: (item, field, value) => run.setOwn(item.id, field, value),
              })
        }
      </div>`;
  }

  #select(tab: Tab, focus: boolean): void {
    this.show(tab);
    if (focus) void this.#focus(`#tab-${tab}`);
  }

  #choose({ run, record, wording }: ReviewView, item: BundleItem, enrollmentId: string): void {
    const name = record.people.get(enrollmentId)?.participant.name ?? '';
    this.#picker.close();
    this.#act(item, () => run.choose(item.id, enrollmentId), wording.bundle.announceChosen(fileName(item), name));
  }

  #leaveOut({ run, wording: { bundle } }: ReviewView, item: BundleItem, isLeftOut: boolean): void {
    const enrollmentId = ownerOf(item);
    if (isLeftOut && enrollmentId !== undefined && item.state === 'failed') {
      void letGoOf(this.#host.resolvedBackend, { enrollmentId, fileName: item.file.name });
    }
    const sentence = isLeftOut ? bundle.announceLeftOut(fileName(item)) : bundle.announceTakenBack(fileName(item));
    this.#act(item, () => run.change(item.id, { isLeftOut }), sentence);
  }

  #toggleOwn({ id }: BundleItem): void {
    if (!this.#opened.delete(id)) this.#opened.add(id);
    this.#host.requestUpdate();
  }

  #closePicker(): void {
    const id = this.#picker.itemId ?? '';
    this.#picker.close();
    void this.#focus(`[data-item="${id}"] [aria-expanded]`);
  }

  /** The focus stays in the list: on the row that took the place of one that left the tab. */
  #act(item: BundleItem, act: () => void, sentence: string): void {
    const at = this.#rows.findIndex(({ dataset }) => dataset.item === item.id);
    act();
    this.#host.announce(plainText(sentence));
    void this.#host.updateComplete.then(() => {
      const rows = this.#rows;
      const own = rows.find(({ dataset }) => dataset.item === item.id);
      const next = own ?? rows[Math.min(at, rows.length - 1)];
      if (next) next.focus();
      else void this.#focus(`#tab-${this.tab}`);
    });
  }

  get #rows(): readonly HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[part="item"]')];
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
