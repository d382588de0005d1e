import { css } from 'lit';

export const priceBreakdownStyles = css`
  /* What stays in view around it says how much it covers. */
  :is(input, button, summary, select) {
    scroll-margin-block-end: var(--_clear, 0);
  }

  .price {
    container-type: inline-size;
    contain-intrinsic-inline-size: 33em;
    min-block-size: var(--ek-price-breakdown-min-block-size, auto);
    max-inline-size: var(--ek-price-breakdown-max-inline-size, 44em);
  }

  p {
    margin: 0;
  }

  bdi {
    unicode-bidi: isolate;
  }

  .total {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: calc(var(--_space) * 2);
    padding-block-end: calc(var(--_space) * 2);
  }

  .total-label {
    font-weight: 600;
  }

  .total-amount {
    color: var(--ek-price-breakdown-total-color, inherit);
    font-size: var(--ek-price-breakdown-total-size, 1.75em);
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: -0.01em;
  }

  .total-more {
    font-weight: 600;
  }

  .total-note,
  .line-note,
  .note-aside {
    color: var(--_muted);
    font-size: 0.875em;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding-block: var(--ek-price-breakdown-line-space, calc(var(--_space) * 1.25));
    padding-inline: 0;
    font-weight: inherit;
    text-align: inherit;
    vertical-align: baseline;
  }

  td,
  .column {
    inline-size: 1%;
    padding-inline-start: calc(var(--_space) * 6);
    /* Digits run from left to right in every script: their ends line up on the right. */
    text-align: right;
    white-space: nowrap;
  }

  .column,
  .group-name {
    color: var(--_muted);
    font-size: 0.8125em;
  }

  tbody,
  tfoot {
    border-block-start: 1px solid var(--ek-price-breakdown-border-color, var(--_border));
  }

  .group-name {
    padding-block: calc(var(--_space) * 2) 0;
    font-weight: 600;
  }

  .line-note {
    display: block;
  }

  .saving {
    color: var(--_success);
  }

  .net,
  .vat,
  .optional:not(.selected) td {
    color: var(--_muted);
  }

  .gross,
  tfoot th {
    font-weight: 600;
  }

  .optional:not(.selected) .gross {
    font-weight: inherit;
  }

  .choice {
    display: inline-flex;
    align-items: baseline;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_target);
    cursor: pointer;
  }

  .choice input {
    /* On the line of the text, whatever its size. */
    translate: 0 0.1875em;
    cursor: inherit;
  }

  .choice:has(:disabled) {
    color: var(--_muted);
    cursor: default;
  }

  tr:has(.choice) > * {
    padding-block: calc(var(--_space) * 0.75);
  }

  .note {
    padding-block-start: calc(var(--_space) * 2);
  }

  .warning {
    display: flex;
    align-items: baseline;
    gap: calc(var(--_space) * 2);
  }

  .warning > .icon {
    translate: 0 0.125em;
    color: var(--_warning);
  }

  .skeleton > span {
    visibility: hidden;
  }

  @media (pointer: coarse) {
    .choice {
      align-items: center;
    }

    .choice input {
      translate: none;
    }
  }

  /* Too narrow for four columns, of which the first can be a long name: the parts of an amount move below its name. */
  @container (max-inline-size: 32em) {
    table,
    tbody,
    tfoot,
    caption {
      display: block;
    }

    thead {
      position: absolute;
      clip-path: inset(50%);
    }

    tr {
      display: grid;
      grid-template-columns: minmax(0, max-content) 1fr auto;
      column-gap: calc(var(--_space) * 3);
      align-items: baseline;
      padding-block: calc(var(--_space) * 1.5);
    }

    th,
    td,
    tr:has(.choice) > * {
      inline-size: auto;
      padding: 0;
    }

    tr > th[scope='row'] {
      grid-area: 1 / 1 / 2 / 3;
      hyphens: auto;
    }

    tr > th[scope='rowgroup'] {
      grid-column: 1 / -1;
    }

    .net {
      grid-area: 2 / 1;
    }

    .vat {
      grid-area: 2 / 2 / 3 / 4;
    }

    .gross {
      grid-area: 1 / 3;
    }

    .net,
    .vat {
      font-size: 0.8125em;
      text-align: inherit;
    }

    :is(.net, .vat)::before {
      content: attr(data-label) '\\a0';
    }
  }
`;
