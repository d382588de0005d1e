import { css } from 'lit';

export const detailsStyles = css`
  dialog.details {
    inline-size: min(36em, 100vw);
    max-inline-size: none;
    block-size: 100dvh;
    max-block-size: none;
    margin: 0;
    margin-inline-start: auto;
    padding: 0 calc(var(--_space) * 5) calc(var(--_space) * 6);
    border: 0;
    border-inline-start: 1px solid var(--_border);
    background: var(--_surface);
    box-shadow: 0 0 24px rgb(0 0 0 / 20%);
    color: var(--_on-surface);
    overscroll-behavior: contain;
  }

  dialog.details::backdrop {
    background: rgb(0 0 0 / 30%);
  }

  dialog.details[open] {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 5);
  }

  dialog.details > .button {
    align-self: start;
  }

  .details-head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    align-items: center;
    padding-block: calc(var(--_space) * 4) calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
  }

  .details-head h2 {
    flex: 1 1 8em;
    min-inline-size: 0;
    font-size: 1.25em;
  }

  .details-head h2:focus {
    outline: none;
  }

  /* On a phone below the name, and none of the three on a line of its own. */
  @media (max-width: 30em) {
    .details-head h2 {
      flex-basis: 100%;
    }
  }

  .details-steps {
    display: flex;
    gap: max(var(--_space), 4px);
  }

  .details-head .button:disabled {
    opacity: 0.5;
    cursor: default;
  }

  .details h3 {
    font-size: 1em;
  }

  .correction summary {
    min-block-size: 24px;
    font-weight: 600;
    cursor: pointer;
  }

  .correction form {
    display: grid;
    gap: calc(var(--_space) * 3);
    justify-items: start;
    padding-block-start: calc(var(--_space) * 3);
  }

  .line {
    display: grid;
    /* What a file is called, and a start with its place, may be longer than there is room. */
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    inline-size: 100%;
  }

  .line .field {
    inline-size: 100%;
  }

  .line .field[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .fault {
    color: color-mix(in oklab, var(--_danger) 75%, currentColor);
    font-size: 0.875em;
  }

  .corrections {
    display: grid;
    gap: var(--_space);
    margin: calc(var(--_space) * 2) 0 0;
    padding: 0;
    list-style: none;
  }

  table.plan {
    min-inline-size: 0;
    table-layout: auto;
  }

  .plan th {
    position: static;
    padding-inline-start: 0;
  }

  .plan td {
    padding-inline-start: 0;
    vertical-align: baseline;
  }

  .plan .refused td:last-child {
    color: color-mix(in oklab, var(--_danger) 75%, currentColor);
  }

  .file {
    max-inline-size: 100%;
    font: inherit;
  }
`;
