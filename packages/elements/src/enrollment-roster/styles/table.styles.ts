import { css } from 'lit';

export const tableStyles = css`
  .scroller {
    --_ground: var(--ek-enrollment-roster-background, var(--_surface));

    overflow-x: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_box-radius) var(--_box-radius) 0 0;
    background: var(--_ground);
    color: var(--_on-surface);
  }

  .scroller.windowed {
    max-block-size: var(--ek-enrollment-roster-block-size, min(40em, 75vh));
    overflow: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
  }

  table {
    /* What there is more than the columns need: shared among them, so that what follows always has what is left. */
    --_spare: max(0px, 100cqi - var(--_least));

    inline-size: 100%;
    min-inline-size: var(--_least);
    border-collapse: separate;
    border-spacing: 0;
    table-layout: fixed;
  }

  col.select {
    inline-size: calc(var(--_target) + 8px);
  }

  /* Names are the longest of what can't be said in fewer words. */
  col.participant {
    inline-size: min(10em + var(--_spare) * 0.42, 30em);
  }

  /* Without sentences they have all that is left; else every column would be stretched, that of the boxes too. */
  :where(table:not(:has(col.next))) col.participant {
    inline-size: auto;
  }

  col:is(.status, .start) {
    inline-size: min(10em + var(--_spare) * 0.04, 11em);
  }

  col:is(.certificate, .invoice, .booked, .changed) {
    inline-size: min(6.5em + var(--_spare) * 0.08, 8em);
  }

  :is(th, td) {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
    font-weight: inherit;
    text-align: inherit;
    vertical-align: middle;
  }

  tbody > tr:last-child > * {
    border-block-end: 0;
  }

  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--_ground);
    color: color-mix(in srgb, currentColor 80%, transparent);
    font-size: 0.875em;
    font-weight: 600;
  }

  /* Names stay in view while the rest goes by. */
  th.participant,
  .select {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    background: var(--_ground);
  }

  .select ~ th.participant {
    inset-inline-start: calc(var(--_target) + 8px);
  }

  thead :is(.participant, .select) {
    z-index: 3;
  }

  .select {
    padding: 0;
    text-align: center;
  }

  .select input {
    inline-size: 18px;
    block-size: 18px;
    margin: calc((max(var(--_target), 24px) - 18px) / 2);
    vertical-align: middle;
  }

  .sort,
  .name {
    display: inline-flex;
    gap: var(--_space);
    align-items: center;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: inherit;
    cursor: pointer;
  }

  :is(.sort, .name):hover {
    text-decoration: underline;
  }

  .arrow {
    display: inline-flex;
  }

  .arrow.ascending {
    rotate: 180deg;
  }

  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .email {
    display: block;
    overflow: hidden;
    color: color-mix(in srgb, currentColor 75%, transparent);
    font-size: 0.875em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  td.next {
    font-size: 0.9375em;
  }

  .none {
    color: color-mix(in srgb, currentColor 75%, transparent);
  }

  /* Above the bar. */
  tbody tr {
    scroll-margin-block: 3em 9em;
  }

  tbody tr[data-index]:hover > * {
    background: color-mix(in srgb, currentColor 4%, var(--_ground));
  }

  tr[aria-selected='true'] > *,
  tbody tr[aria-selected='true']:hover > * {
    background: color-mix(in srgb, var(--_accent) 12%, var(--_ground));
  }

  tr:focus-visible {
    outline: 2px solid;
    outline-color: var(--_ink);
    outline-offset: -2px;
  }

  /* Sticky cells lie above their row's outline: each draws its piece of it, over its own border too. */
  tr:focus-visible > :is(.select, .participant)::after {
    position: absolute;
    inset: 0 0 -1px;
    border: 0 solid var(--_ink);
    border-block-width: 2px;
    content: '';
    pointer-events: none;
  }

  tr:focus-visible > :first-child::after {
    border-inline-start-width: 2px;
  }

  tbody > tr:last-child > ::after {
    inset-block-end: 0;
  }

  tr.saving .label {
    opacity: 0.6;
  }

  .mark {
    display: block;
    margin-block-start: var(--_space);
    font-size: 0.875em;
  }

  .mark.failed {
    color: color-mix(in oklab, var(--_danger) 70%, currentColor);
  }

  .mark-actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin-block-start: var(--_space);
    color: var(--_on-surface);
  }

  .button.small {
    min-block-size: 26px;
    padding: 0 calc(var(--_space) * 1.5);
  }

  tr.gap > td {
    padding: 0;
    border: 0;
  }

  @media (forced-colors: active) {
    /* Also under the pointer, and as a card: that text has no other ground. */
    tr[aria-selected='true'],
    tr[aria-selected='true'] > * {
      forced-color-adjust: none;
      background: SelectedItem !important;
      color: SelectedItemText;
    }

    tr[aria-selected='true'] :is(.label, .icon, .email),
    tr[aria-selected='true'] > ::before {
      color: SelectedItemText !important;
    }
  }

  @media print {
    .scroller,
    .scroller.windowed {
      max-block-size: none;
      overflow: visible;
      border: 0;
    }

    table {
      min-inline-size: 0;
    }

    /* Shares of the paper, which may be narrower than any screen with a table; scaled when they aren't all there. */
    col.participant {
      inline-size: 25%;
    }

    /* The longest word of the languages stays whole, with its sign. */
    col.status {
      inline-size: 22%;
    }

    col.next {
      inline-size: 21%;
    }

    col.start {
      inline-size: 14%;
    }

    col:is(.certificate, .invoice, .booked, .changed) {
      inline-size: 11%;
    }

    thead th,
    th.participant {
      position: static;
    }

    /* Repeated above each page, where a button's own box isn't painted. */
    .sort {
      display: contents;
    }

    .email {
      white-space: normal;
    }

    .select,
    col.select {
      display: none;
    }

    tr {
      break-inside: avoid;
    }

    .name {
      display: inline;
    }
  }
`;
