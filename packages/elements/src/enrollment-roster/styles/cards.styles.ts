import { css } from 'lit';

/** Below the width of a table. */
export const cardStyles = css`
  /* Cards: a table of one column, each cell with its own heading. */
  @container (inline-size < 44em) {
    table {
      display: block;
      min-inline-size: 0;
    }

    colgroup,
    thead {
      display: none;
    }

    tbody {
      display: block;
    }

    tbody tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 calc(var(--_space) * 2);
      padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
      border-block-end: 1px solid var(--_border);
    }

    tbody tr:has(> .select) {
      grid-template-columns: auto minmax(0, 1fr) auto;
    }

    tbody tr.gap {
      display: block;
      padding: 0;
      border: 0;
    }

    tbody tr.gap > td {
      display: block;
    }

    tbody tr > * {
      display: flex;
      gap: calc(var(--_space) * 2);
      padding: calc(var(--_space) / 2) 0;
      border: 0;
    }

    tbody tr > [data-label] {
      grid-column: 1 / -1;
    }

    tbody tr:has(> .select) > [data-label] {
      grid-column: 2 / -1;
    }

    tbody tr > .status,
    tbody tr:has(> .select) > .status {
      grid-column: -2 / -1;
      flex-direction: column;
      align-items: end;
    }

    tbody tr:has(.failed) > .status {
      grid-column: 1 / -1;
      align-items: start;
    }

    tbody tr > [data-label]:not(.status)::before {
      content: attr(data-label);
      flex: none;
      inline-size: 6.5rem;
      color: color-mix(in srgb, currentColor 75%, transparent);
      font-size: 0.875em;
    }

    tbody tr > th.participant {
      position: static;
      flex-direction: column;
      gap: 0;
      align-items: start;
      background: none;
    }

    tbody tr > .next {
      font-size: inherit;
    }

    tr:focus-visible > :is(.select, .participant, :first-child) {
      box-shadow: none;
    }

    tbody tr > .select {
      position: static;
      background: none;
    }

    tbody tr[data-index]:hover {
      background: color-mix(in srgb, currentColor 4%, var(--_ground));
    }

    tbody tr[aria-selected='true'] {
      background: color-mix(in srgb, var(--_accent) 12%, var(--_ground));
    }

    tbody tr[data-index] > *,
    tbody tr[data-index]:hover > *,
    tr[aria-selected='true'] > *,
    tbody tr[aria-selected='true']:hover > * {
      background: none;
    }
  }
`;
