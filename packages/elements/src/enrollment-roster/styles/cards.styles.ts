import { css } from 'lit';

/** Below the width of a table. */
export const cardStyles = css`
  /* Paper has a table at every width: rows that can be held beside each other. */
  @media not print {
    /* Cards: a table of one column, each cell with its own heading. */
    @container (inline-size < 44em) {
      .scroller table {
        display: block;
        min-inline-size: 0;
      }

      .scroller col,
      .scroller thead {
        display: none;
      }

      .scroller tbody {
        display: block;
      }

      .scroller tbody tr {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 calc(var(--_space) * 2);
        padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
        border-block-end: 1px solid var(--_border);
      }

      .scroller tbody tr:has(> .select) {
        grid-template-columns: auto minmax(0, 1fr) auto;
      }

      .scroller tbody tr.gap {
        display: block;
        padding: 0;
        border: 0;
      }

      .scroller tbody tr.gap > td {
        display: block;
      }

      .scroller tbody tr > * {
        display: flex;
        gap: calc(var(--_space) * 2);
        padding: calc(var(--_space) / 2) 0;
        border: 0;
      }

      .scroller tbody tr > [data-label] {
        grid-column: 1 / -1;
      }

      .scroller tbody tr:has(> .select) > [data-label] {
        grid-column: 2 / -1;
      }

      .scroller tbody tr > .status,
      .scroller tbody tr:has(> .select) > .status {
        grid-column: -2 / -1;
        flex-direction: column;
        align-items: end;
      }

      /* A sentence on what became of it needs the whole width: beside the name it would lie over it. */
      .scroller tbody tr:has(.mark) > .status {
        grid-column: 1 / -1;
        align-items: start;
      }

      .scroller tbody tr:has(.mark):has(> .select) > .status {
        grid-column: 2 / -1;
      }

      /* Of what is being loaded nothing is known yet: bars as wide as the card. */
      .scroller tbody tr[aria-busy='true'] > td:not(.select) {
        grid-column: 1 / -1;
      }

      .scroller tbody tr > [data-label]:not(.status)::before {
        content: attr(data-label);
        flex: none;
        inline-size: 8.25em;
        color: color-mix(in srgb, currentColor 75%, transparent);
        font-size: 0.875em;
      }

      .scroller tbody tr > th.participant {
        position: static;
        flex-direction: column;
        gap: 0;
        align-items: start;
        background: none;
      }

      .email {
        max-inline-size: 100%;
        white-space: normal;
      }

      .scroller tbody tr > .next {
        font-size: inherit;
      }

      .scroller tr:focus-visible > :is(.select, .participant)::after {
        content: none;
      }

      .scroller tbody tr > .select {
        position: static;
        background: none;
      }

      .scroller tbody tr[data-index]:hover {
        background: color-mix(in srgb, currentColor 4%, var(--_ground));
      }

      .scroller tbody tr[aria-selected='true'] {
        background: color-mix(in srgb, var(--_accent) 12%, var(--_ground));
      }

      .scroller tbody tr[data-index] > *,
      .scroller tbody tr[data-index]:hover > *,
      .scroller tr[aria-selected='true'] > *,
      .scroller tbody tr[aria-selected='true']:hover > * {
        background: none;
      }
    }

    /* On the narrowest, a status as long as the German ones and a name don't fit side by side, nor a heading and a sentence. */
    @container (inline-size < 21em) {
      .scroller tbody tr > .status,
      .scroller tbody tr:has(> .select) > .status {
        grid-column: 1 / -1;
        align-items: start;
      }

      .scroller tbody tr:has(> .select) > .status {
        grid-column: 2 / -1;
      }

      .scroller tbody tr > [data-label]:not(.status) {
        flex-wrap: wrap;
        gap: 0 calc(var(--_space) * 2);
        overflow-wrap: anywhere;
      }

      .scroller tbody tr > [data-label]:not(.status)::before {
        inline-size: auto;
        min-inline-size: 8.25em;
      }
    }
  }
`;
