import type { Certification, Enrollment, Issue } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { warningIcon } from '../../base/icons.js';
import { plainText } from '../../base/language/plain-text.js';
import { fileIcon } from '../../base/files/file-icons.js';
import type { FieldProblemCode } from '../../terms/certificate-upload.js';
import { isOnItsWay, isOver, type BundleItem, type OwnFields, type SortedItem } from '../bundle-item.js';
import { describeReason, describeTrouble, describeWhy, fileName, type BundleWording } from '../bundle-wording.js';
import type { PersonPicker } from './person-picker.js';

/** What the list of one tab needs. */
export interface RowsView {
  readonly wording: BundleWording;
  readonly rows: readonly SortedItem[];
  readonly people: ReadonlyMap<string, Enrollment>;
  readonly certifications: readonly Certification[];
  readonly picker: PersonPicker;
  /** What is wrong with the values that a file has of its own. */
  readonly issues: ReadonlyMap<string, readonly Issue[]>;
  /** What isn’t as a person has looked it over. */
  readonly changed: ReadonlySet<string>;
  /** Files whose own values are shown. */
  readonly opened: ReadonlySet<string>;
  readonly onPick: (item: BundleItem) => void;
  readonly onClosePicker: () => void;
  readonly onChoose: (item: BundleItem, enrollmentId: string) => void;
  readonly onConfirm: (item: BundleItem) => void;
  readonly onLeaveOut: (item: BundleItem, isLeftOut: boolean) => void;
  readonly onOpen: (item: BundleItem) => void;
  readonly onOwn: (item: BundleItem, field: keyof OwnFields, value: string) => void;
}

export function renderRows(view: RowsView): TemplateResult {
  return html`<ul class="rows" part="list">
    ${repeat(
      view.rows,
      ({ item }) => item.id,
      (row) => renderRow(view, row),
    )}
  </ul>`;
}

function renderRow(view: RowsView, row: SortedItem): TemplateResult {
  const { item, person } = row;
  const isPicking = view.picker.itemId === item.id;
  const name = fileName(item);
  const isChanged = view.changed.has(item.id);
  const folder = item.path.slice(0, -name.length);
  return html`<li class="row" part="item" data-item=${item.id} data-state=${item.state} tabindex="-1">
    <span class="row-icon">${row.doubts.length > 0 || item.problem || isChanged ? warningIcon : fileIcon}</span>
    <div class="row-file">
      <bdi translate="no">${folder ? html`<span class="muted">${folder}</span>` : nothing}${name}</bdi>
    </div>
    <div class="row-person">
      ${person ? html`<strong><bdi translate="no">${person.participant.name}</bdi></strong>` : nothing}
      ${renderWhy(view, row)}
      ${isChanged ? html`<span class="doubt">${view.wording.bundle.changedSince}</span>` : nothing}
      ${row.doubts.map((doubt) => html`<span class="doubt">${view.wording.bundle.doubts[doubt]}</span>`)}
      ${renderState(view, row)} ${person ? nothing : renderSuggestions(view, item)}
    </div>
    <div class="row-actions">${renderActions(view, row)}</div>
    ${
      isPicking
        ? view.picker.render({
            t: view.wording.bundle,
            fileName: name,
            people: view.people,
            onChoose: (enrollmentId) => view.onChoose(item, enrollmentId),
            onClose: view.onClosePicker,
          })
        : nothing
    }
    ${view.opened.has(item.id) || view.issues.has(item.id) ? renderOwn(view, item) : nothing}
  </li>`;
}

function renderWhy({ wording }: RowsView, { item, person }: SortedItem): TemplateResult | typeof nothing {
  const why = person ? describeWhy(item, wording) : '';
  return why ? html`<span class="muted" part="why"><bdi>${why}</bdi></span>` : nothing;
}

function renderState({ wording }: RowsView, { item, tab }: SortedItem): TemplateResult | typeof nothing {
  const { states } = wording.bundle;
  const trouble = tab === 'left-out' || item.state === 'failed' ? describeTrouble(item, wording) : '';
  const state =
    item.state === 'checking' || item.state === 'reading' || item.state === 'ready' ? '' : states[item.state];
  if (!trouble && !state) return nothing;
  return html`<span class="state ${item.state === 'failed' ? 'danger' : ''}" part="state"
    >${[state, trouble].filter(Boolean).join('. ')}</span
  >`;
}

/** The people of whom one is probably meant: one press each. */
function renderSuggestions(view: RowsView, item: BundleItem): TemplateResult | typeof nothing {
  const { match } = item;
  if (match?.kind !== 'to-check' || item.problem || item.isLeftOut) return nothing;
  return html`<ul class="suggestions">
    ${match.suggestions.flatMap(({ id, reasons }) => {
      const person = view.people.get(id);
      if (!person) return [];
      return html`<li>
        <button
          class="button"
          part="button suggestion"
          type="button"
          aria-label=${view.wording.bundle.forFile(plainText(person.participant.name), plainText(fileName(item)))}
          @click=${() => view.onChoose(item, id)}
        >
          <bdi translate="no">${person.participant.name}</bdi>
        </button>
        <span class="muted"
          ><bdi>${reasons.map((reason) => describeReason(reason, view.wording)).join('; ')}</bdi></span
        >
      </li>`;
    })}
  </ul>`;
}

function renderActions(view: RowsView, { item, tab, person, doubts }: SortedItem): TemplateResult {
  const { bundle } = view.wording;
  const button = (label: string, act: () => void, more: { readonly expanded?: boolean } = {}): TemplateResult =>
    html`<button
      class="button"
      part="button"
      type="button"
      aria-label=${bundle.forFile(label, plainText(fileName(item)))}
      aria-expanded=${more.expanded === undefined ? nothing : more.expanded ? 'true' : 'false'}
      @click=${act}
    >
      ${label}
    </button>`;
  if (isOver(item) || isOnItsWay(item)) {
    // One that waits since before the page was loaded: who knows better may send it after all. It is stored once.
    const mayAgain = item.state === 'queued' && item.isRestored;
    return html`${mayAgain ? button(bundle.takeBack, () => view.onLeaveOut(item, false)) : nothing}`;
  }
  if (tab === 'left-out') {
    return html`${item.problem ? nothing : button(bundle.takeBack, () => view.onLeaveOut(item, false))}`;
  }
  const isPicking = view.picker.itemId === item.id;
  const canConfirm = tab === 'to-check' && person !== undefined && !doubts.includes('enrollment-cancelled');
  return html`${canConfirm ? button(bundle.confirm, () => view.onConfirm(item)) : nothing}
  ${button(isPicking ? bundle.close : person ? bundle.change : bundle.choosePerson, () => (isPicking ? view.onClosePicker() : view.onPick(item)), { expanded: isPicking })}
  ${person ? button(bundle.ownFields, () => view.onOpen(item), { expanded: view.opened.has(item.id) }) : nothing}
  ${button(bundle.leaveOut, () => view.onLeaveOut(item, true))}`;
}

/** What this one has otherwise than all. */
function renderOwn(view: RowsView, item: BundleItem): TemplateResult {
  const { wording, certifications } = view;
  const { t, bundle } = wording;
  const name = plainText(fileName(item));
  const own = item.own ?? {};
  const issueOf = (path: string): string | undefined => {
    const code = view.issues.get(item.id)?.find((issue) => issue.path === path)?.code as FieldProblemCode | undefined;
    return code && t.fields[code];
  };
  const set = (field: keyof OwnFields) => (event: Event) => {
    view.onOwn(item, field, (event.target as HTMLInputElement).value);
  };
  const day = (field: 'validFrom' | 'validUntil'): TemplateResult =>
    html`<label class="own-field">
      <span>${t[field]}</span>
      <input
        class="field-input"
        part="field"
        type="date"
        aria-label=${bundle.forFile(t[field], name)}
        aria-invalid=${issueOf(field) ? 'true' : 'false'}
        value=${own[field] ?? ''}
        @change=${set(field)}
      />
      ${issueOf(field) ? html`<span class="field-error" part="error">${issueOf(field)}</span>` : nothing}
    </label>`;
  return html`<div class="own" role="group" aria-label=${bundle.forFile(bundle.ownFields, name)}>
    ${
      certifications.length > 1
        ? html`<label class="own-field">
            <span>${t.certification}</span>
            <select
              class="field-input"
              part="field"
              aria-label=${bundle.forFile(t.certification, name)}
              @change=${set('certificationId')}
            >
              <option value="">${bundle.asAll}</option>
              ${certifications.map(
                (each) =>
                  html`<option value=${each.id} ?selected=${each.id === own.certificationId}>${each.name}</option>`,
              )}
            </select>
          </label>`
        : nothing
    }
    ${day('validFrom')}
    ${certifications.some(({ requiresValidUntil }) => requiresValidUntil) ? day('validUntil') : nothing}
  </div>`;
}
