import { css } from 'lit';

/** The files, whose they are, and the choice of somebody else. */
export const rowsStyles = css`
  .rows {
    list-style: none;
  }

  .row {
    display: grid;
    /* The same in every row, so that names stand below each other. */
    grid-template-columns: 1em minmax(0, 4fr) minmax(0, 6fr) minmax(0, 5fr);
    align-items: start;
    gap: var(--_space) calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 2.5);
    border-block-end: 1px solid var(--_border);
    scroll-margin-block: var(--_gap);
    /* Three hundred rows cost no more than those in view, and nothing of one is drawn outside it: its end has room for a ring. */
    content-visibility: auto;
    padding-inline-end: 4px;
    contain-intrinsic-block-size: auto 4em;
  }

  .row-icon {
    display: grid;
    align-items: center;
    block-size: 1.5em;
    color: var(--_muted);
  }

  .row-file,
  .row-person,
  .suggestions > li > button {
    overflow-wrap: anywhere;
  }

  .row-person {
    display: grid;
    gap: var(--_space);
  }

  .doubt {
    padding-inline-start: calc(var(--_space) * 2);
    border-inline-start: 3px solid var(--_warning);
  }

  .danger,
  .field-error {
    color: var(--_danger);
  }

  .field-error:empty {
    display: none;
  }

  .row-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    /* As far apart as a ring reaches, however close the rest is. */
    gap: max(var(--_space), 4px);
  }

  .suggestions {
    display: grid;
    gap: var(--_space);
    list-style: none;
  }

  .suggestions > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
  }

  .picker,
  .own {
    grid-column: 2 / -1;
  }

  .picker {
    display: grid;
    gap: var(--_space);
    max-inline-size: 36em;
  }

  .people {
    max-block-size: 14em;
    overflow-y: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_box-radius);
    background: var(--_surface);
    color: var(--_on-surface);
  }

  .person,
  .none {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-content: center;
    gap: 0 calc(var(--_space) * 3);
    min-block-size: var(--_target);
    padding: var(--_space) calc(var(--_space) * 2);
    cursor: pointer;
  }

  .none {
    cursor: default;
  }

  .person:hover {
    background: color-mix(in srgb, currentColor 7%, transparent);
  }

  .person[aria-selected='true'] {
    outline: 2px solid;
    outline-color: var(--_ink);
    outline-offset: -2px;
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
  }

  @container (max-width: 42em) {
    .row {
      grid-template-columns: 1em minmax(0, 1fr);
    }

    .row-person,
    .row-actions,
    .picker,
    .own {
      grid-column: 2;
    }

    .row-actions {
      justify-content: start;
    }
  }

  @media print {
    .row-actions {
      display: none;
    }

    .row {
      content-visibility: visible;
    }
  }
`;
