import { css } from 'lit';

export const startingDatesStyles = css`
  /* What stays in view around it says how much it covers. */
  :is(input, button, summary, select) {
    scroll-margin-block-end: var(--_clear, 0);
  }

  .dates {
    container-type: inline-size;
    contain-intrinsic-inline-size: 33em;
    max-inline-size: var(--ek-starting-dates-max-inline-size, 44em);
  }

  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  bdi {
    unicode-bidi: isolate;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
    padding-block-end: calc(var(--_space) * 3);
  }

  .filter {
    display: grid;
    flex: 1 1 10em;
    max-inline-size: 16em;
    gap: var(--_space);
    font-size: 0.875em;
  }

  select {
    min-block-size: max(var(--_target), 2.25em);
    min-inline-size: 0;
    inline-size: 100%;
    padding-inline: calc(var(--_space) * 2);
    border: 1px solid color-mix(in srgb, currentColor 55%, transparent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    font: inherit;
  }

  .start {
    display: grid;
    grid-template-columns: minmax(0, 1fr) var(--_target);
    column-gap: calc(var(--_space) * 2);
    align-items: center;
    padding-block: var(--ek-starting-dates-row-space, calc(var(--_space) * 2));
    border-block-start: 1px solid var(--ek-starting-dates-border-color, var(--_border));
  }

  .starts > :first-child .start,
  .starts > .start:first-child {
    border-block-start-color: transparent;
  }

  .choice {
    display: flex;
    align-items: baseline;
    gap: calc(var(--_space) * 2.5);
    min-block-size: var(--_target);
  }

  label.choice {
    cursor: pointer;
  }

  input,
  .no-radio {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    margin: 0;
    font: inherit;
    /* On the line of the text, whatever its size. */
    translate: 0 0.1875em;
    cursor: inherit;
  }

  label.choice:has(:disabled) {
    color: var(--_muted);
    cursor: default;
  }

  .summary {
    display: grid;
    flex: 1;
    /* Firm widths: the columns of all starts line up. */
    grid-template-columns: minmax(0, 16fr) minmax(0, 11fr) minmax(0, 10fr);
    column-gap: calc(var(--_space) * 4);
    align-items: baseline;
    min-inline-size: 0;
  }

  .period {
    grid-column: 1;
    font-weight: 600;
  }

  .place {
    grid-column: 2;
  }

  .note {
    grid-column: 3;
    color: var(--_muted);
    font-size: 0.875em;
    text-align: right;
  }

  .note:dir(rtl) {
    text-align: left;
  }

  /* A number and what it counts on one line: what is longer than its column goes over the space before it. */
  .note.few {
    justify-self: end;
    color: var(--_warning);
    white-space: nowrap;
    font-weight: 600;
  }

  .note.guaranteed {
    color: var(--_success);
    font-weight: 600;
  }

  .unavailable .summary {
    color: var(--_muted);
  }

  .unavailable .period {
    font-weight: inherit;
  }

  .cancelled .period {
    text-decoration: line-through;
  }

  .schedule {
    grid-column: 1 / -1;
    font-size: 0.9375em;
  }

  .starts[role='radiogroup'] .schedule {
    padding-inline-start: calc(1.2em + var(--_space) * 2.5);
  }

  summary {
    inline-size: fit-content;
    min-block-size: var(--_target);
    align-content: center;
    border-radius: var(--_radius);
    color: var(--_muted);
    cursor: pointer;
  }

  /* The line above it is close. */
  summary:focus-visible {
    outline-offset: 0;
  }

  summary:hover {
    color: inherit;
    text-decoration: underline;
  }

  .days {
    display: grid;
    grid-template-columns: max-content max-content minmax(0, 1fr);
    column-gap: calc(var(--_space) * 4);
    padding-block: var(--_space) calc(var(--_space) * 2);
    padding-inline-start: 1.1em;
  }

  .day {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    padding-block: var(--_space);
    align-items: baseline;
  }

  .day + .day {
    border-block-start: 1px solid var(--ek-starting-dates-border-color, var(--_border));
  }

  .empty {
    color: var(--_muted);
  }

  .lost {
    padding-block-end: calc(var(--_space) * 2);
  }

  .button[aria-expanded] {
    margin-block-start: calc(var(--_space) * 2);
  }

  .skeleton {
    justify-self: start;
  }

  .skeleton > span {
    visibility: hidden;
  }

  @media (pointer: coarse) {
    .choice {
      align-items: center;
    }

    input {
      translate: none;
    }
  }

  /* Too narrow for three columns: the place and the notes go below the days. */
  @container (max-inline-size: 32em) {
    .summary {
      display: flex;
      flex-wrap: wrap;
      column-gap: calc(var(--_space) * 3);
    }

    .period {
      flex: 1 0 100%;
    }

    .start {
      align-items: start;
    }

    .days {
      grid-template-columns: minmax(0, max-content) minmax(0, 1fr);
      padding-inline-start: 0;
    }

    .what {
      grid-column: 1 / -1;
    }
  }
`;
