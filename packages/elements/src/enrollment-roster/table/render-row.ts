import type { Enrollment, ParticipationStatus } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { CommonTerms } from '../../terms/common.js';
import type { EnrollmentRosterTerms } from '../../terms/enrollment-roster.js';
import { statusShape } from '../../enrollment-status/status-icons.js';
import type { RowMark } from '../marking/row-mark.js';
import type { RowView } from '../rows/row-view.js';
import type { RosterField } from './roster-fields.js';

/** What a row shows and does not know by itself. */
export interface RowState {
  readonly index: number;
  readonly fields: readonly RosterField[];
  readonly terms: EnrollmentRosterTerms;
  readonly common: CommonTerms;
  readonly isEditable: boolean;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly mark: RowMark | undefined;
}

/** Where there is no room for an address it breaks before its sign, and not before its last letter. */
const breakable = (email: string): TemplateResult => {
  const [name, ...host] = email.split(/(?=@)/);
  return html`${name}<wbr />${host.join('')}`;
};

/** One enrollment. What is pressed in it is heard on the table, by `data-do`: thousands of rows have no listeners. */
export function renderRosterRow(enrollment: Enrollment, view: RowView, state: RowState): TemplateResult {
  const { index, fields, terms, isEditable, isCurrent, isSelected } = state;
  const { name } = enrollment.participant;
  // prettier-ignore -- every space between the tags would be a node, too.
  return html`<tr
    role="row"
    part="row"
    class=${state.mark ? `marked ${state.mark.state}` : nothing}
    data-index=${index}
    aria-rowindex=${index + 2}
    aria-selected=${isEditable ? isSelected : nothing}
    tabindex=${isCurrent ? 0 : -1}
  >
    ${
      isEditable
        ? html`<td role="gridcell" class="select">
            <input
              type="checkbox"
              tabindex="-1"
              data-do="select"
              aria-label=${terms.select(name)}
              .checked=${isSelected}
            />
          </td>`
        : nothing
    }${fields.map((field) => CELLS[field](enrollment, view, state))}
  </tr>`;
}

/** As tall as a row will be. */
export function renderSkeletonRow(
  index: number,
  { fields, isEditable, common }: Pick<RowState, 'fields' | 'isEditable' | 'common'>,
): TemplateResult {
  return html`<tr role="row" data-index=${index} aria-rowindex=${index + 2} aria-busy="true">
    ${isEditable ? html`<td role="gridcell" class="select"></td>` : nothing}
    ${fields.map((field) => html`<td role="gridcell" class=${field}><span class="skeleton">${common.loading}</span></td>`)}
  </tr>`;
}

type Cell = (enrollment: Enrollment, view: RowView, state: RowState) => TemplateResult;

const day =
  (field: RosterField, read: (view: RowView) => string): Cell =>
  (_, view, { terms }) => {
    const text = read(view);
    return html`<td role="gridcell" class=${field} data-label=${terms.fields[field]}>
      ${text === '' ? html`<span class="none" role="img" aria-label=${terms.none}>–</span>` : html`<bdi>${text}</bdi>`}
    </td>`;
  };

const CELLS: Readonly<Record<RosterField, Cell>> = {
  participant: ({ participant }, _, { terms }) =>
    html`<th role="rowheader" scope="row" class="participant" part="participant">
      <button
        class="name"
        part="open-button"
        type="button"
        tabindex="-1"
        data-do="open"
        title=${terms.open(participant.name)}
      >
        <bdi translate="no">${participant.name}</bdi></button
      ><span class="email"><bdi translate="no">${breakable(participant.email)}</bdi></span>
    </th>`,
  status: (_, view, state) => {
    const { mark, terms, common } = state;
    const isPending = mark && mark.state !== 'failed';
    const status = isPending ? mark.to : view.status;
    const word = isPending ? common.statuses[mark.to] : view.word;
    const { path, kind } = statusShape(status);
    return html`<td role="gridcell" class="status" data-label=${terms.fields.status}>
      <span class="label ${status}" part="label"
        ><svg class="icon" part="icon" viewBox="0 0 16 16" aria-hidden="true"><path class=${kind} d=${path}></path></svg
        >${word}</span
      >${mark ? renderMark(mark, state) : nothing}
    </td>`;
  },
  next: (_, view, { terms }) =>
    html`<td role="gridcell" class="next" data-label=${terms.fields.next}><bdi>${view.next}</bdi></td>`,
  start: day('start', ({ start }) => start),
  certificate: day('certificate', ({ certificate }) => certificate),
  invoice: day('invoice', ({ invoice }) => invoice),
  booked: day('booked', ({ booked }) => booked),
  changed: day('changed', ({ changed }) => changed),
};

/** What became of a choice that isn't stored, and what can be done about it. */
function renderMark(mark: RowMark, { terms, common }: RowState): TemplateResult {
  const { statuses, errors } = common;
  const ours = statuses[mark.to];
  if (mark.state === 'saving') return html`<span class="visually-hidden">${terms.rowSaving(ours)}</span>`;
  if (mark.state === 'queued') return html`<span class="mark" part="mark"><bdi>${terms.rowQueued(ours)}</bdi></span>`;
  const { theirs, problem = 'internal' } = mark;
  const sentences: Readonly<Partial<Record<string, string>>> = errors;
  const why = theirs
    ? terms.rowTheirs(statuses[theirs], ours)
    : `${terms.rowFailed(ours)} ${sentences[problem] ?? errors.internal}`;
  return html`<span class="mark failed" part="mark"
    ><bdi>${why}</bdi>
    <span class="mark-actions">
      <button class="button small" part="button" type="button" data-do="retry">
        ${theirs ? terms.anyway(ours) : terms.retryRow}
      </button>
      <button class="button small" part="button" type="button" data-do="dismiss">
        ${theirs ? terms.keepTheirs(statuses[theirs]) : terms.letGo}
      </button>
    </span></span
  >`;
}

/** A status in a few letters of its own colour and shape, on a button. */
export function statusGlyph(status: ParticipationStatus): TemplateResult {
  const { path, kind } = statusShape(status);
  return html`<svg class="icon" part="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path class=${kind} d=${path}></path>
  </svg>`;
}
