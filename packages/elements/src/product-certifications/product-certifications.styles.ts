import { css } from 'lit';

export const productCertificationsStyles = css`
  .root {
    display: grid;
    /* A long word must break, not make the page wider. */
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: calc(var(--_space) * 3);
  }

  .root > * {
    max-inline-size: 44em;
  }

  .sketch {
    inline-size: 100%;
  }

  h2 {
    margin: 0;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.4;
  }

  .search {
    max-inline-size: 20em;
  }

  .rows {
    inline-size: 100%;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    padding-block: calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
  }

  .row:last-child {
    border-block-end: 0;
  }

  /* Below the last one there is nothing that it has to keep away from. */
  .rows:last-child > .row:last-child {
    padding-block-end: 0;
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 4);
  }

  .name {
    overflow-wrap: anywhere;
    font-weight: 600;
  }

  .choice {
    min-inline-size: 0;
    cursor: pointer;
  }

  .state {
    --_tone: var(--_muted);

    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    color: var(--_tone);
    font-size: 0.875em;
  }

  .state.verified {
    --_tone: var(--_success);
  }

  .state.pending {
    --_tone: var(--_warning);
  }

  .state.rejected {
    --_tone: var(--_danger);
  }

  .facts,
  .review {
    display: grid;
    gap: var(--_space);
    font-size: 0.875em;
  }

  .facts {
    position: relative;
    color: var(--_muted);
  }

  /* Below the name, past the tick. */
  .line:has(input) ~ * {
    margin-inline-start: calc(1.125em + var(--_space) * 2);
  }

  /* The same in their smaller type. */
  .line:has(input) > .state,
  .line:has(input) ~ .facts {
    margin-inline-start: calc(1.125em / 0.875 + var(--_space) * 2);
  }

  .facts .reason {
    color: inherit;
    white-space: pre-line;
  }

  .review {
    gap: calc(var(--_space) * 2);
    font-size: inherit;
  }

  form {
    display: grid;
    gap: calc(var(--_space) * 3);
    inline-size: 100%;
    max-inline-size: 34em;
  }

  .new {
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_box-radius);
  }

  @media print {
    /* On paper nothing can be ticked: what the course doesn't lead to is no news. */
    .how,
    form,
    .search,
    .row:has(> .line > .choice > input:not(:checked)) {
      display: none;
    }
  }
`;
