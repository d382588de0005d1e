import { css } from 'lit';

export const certificateListStyles = css`
  .root {
    display: grid;
    /* A long word must break, not make the page wider. */
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 3);
    container-type: inline-size;
    contain-intrinsic-inline-size: 33em;
  }

  h2 {
    margin: 0;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.4;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    align-items: end;
  }

  .filters .field {
    flex: 1 1 14em;
    max-inline-size: 24em;
  }

  .filters .button {
    min-block-size: max(var(--_target), 36px);
    margin-inline-start: auto;
  }

  select {
    inline-size: 100%;
    min-block-size: max(var(--_target), 36px);
    margin: 0;
    padding: var(--_space) calc(var(--_space) * 2);
    border: 1px solid color-mix(in srgb, currentColor 55%, transparent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    font: inherit;
  }

  .rows {
    margin: 0;
    padding: 0;
    list-style: none;
    border-block-start: 1px solid var(--_border);
  }

  .rows.older {
    opacity: 0.6;
  }

  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
  }

  .what {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    min-inline-size: 0;
  }

  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
  }

  .state {
    display: inline-flex;
    gap: var(--_space);
    align-items: start;
  }

  /* Beside the first line of a sentence that has more. */
  .state > .icon {
    margin-block-start: 0.25em;
  }

  .state.valid > .icon {
    color: var(--_success);
  }

  .state:is(.expiring, .pending) > .icon {
    color: var(--_warning);
  }

  .state.expired > .icon {
    color: var(--_danger);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    align-items: start;
  }

  .preview {
    grid-column: 1 / -1;
    margin: 0;
  }

  .preview canvas {
    display: block;
    inline-size: auto;
    max-inline-size: 100%;
    block-size: auto;
    border: 1px solid var(--_border);
    background: #fff;
  }

  .more {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
    align-items: center;
    justify-content: space-between;
  }

  dialog {
    max-inline-size: min(32em, calc(100vi - 32px));
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_border);
    border-radius: var(--_box-radius);
    background: var(--_surface);
    color: var(--_on-surface);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 40%);
  }

  dialog h3 {
    margin: 0 0 calc(var(--_space) * 2);
    font-size: 1.0625em;
    overflow-wrap: anywhere;
  }

  .dialog-actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    justify-content: end;
    margin-block-start: calc(var(--_space) * 4);
  }

  .destructive {
    border-color: var(--_danger);
    color: var(--_danger);
  }

  @container (min-width: 40em) {
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .rows {
      transition: opacity 120ms;
    }
  }

  @media print {
    .filters,
    .actions,
    .more .button {
      display: none;
    }

    .row {
      break-inside: avoid;
    }
  }
`;
