import { css } from 'lit';

export const courseBookingStyles = css`
  .booking {
    container-type: inline-size;
    contain-intrinsic-inline-size: 33em;
    max-inline-size: var(--ek-course-booking-max-inline-size, 44em);
  }

  form,
  .receipt {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 5);
  }

  .receipt {
    gap: calc(var(--_space) * 3);
  }

  .sketch {
    display: grid;
    grid-template-rows: 4em 4em 16em 3em;
    gap: calc(var(--_space) * 5);
  }

  .group {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend,
  .heading {
    margin: 0 0 calc(var(--_space) * 2);
    padding: 0;
    font-size: 1em;
    font-weight: 600;
  }

  h3.heading {
    margin: 0;
    font-size: 1.25em;
  }

  .small {
    margin: 0;
  }

  .hint {
    margin-block-end: calc(var(--_space) * 2);
    font-size: 0.875em;
  }

  .rows {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 3);
    margin: 0 0 calc(var(--_space) * 2);
    padding: 0;
  }

  .row {
    display: flex;
    gap: calc(var(--_space) * 3);
    align-items: start;
  }

  .field {
    flex: 1 1 0;
  }

  .field input[readonly] {
    background: none;
    color: inherit;
  }

  .remove {
    /* Beside the field, below its label. */
    margin-block-start: calc(1.5em + var(--_space));
  }

  .notice,
  .outcome {
    display: flex;
    align-items: baseline;
    gap: calc(var(--_space) * 1.5);
  }

  .outcome {
    font-size: 0.875em;
  }

  .outcome.booked {
    color: var(--_success);
    font-weight: 600;
  }

  :is(.notice, .outcome) > .icon {
    translate: 0 0.125em;
    color: var(--_danger);
  }

  .notice.framed {
    flex-wrap: wrap;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_warning);
    border-radius: var(--_box-radius);
  }

  .notice.framed > .icon {
    color: var(--_warning);
  }

  .notice.framed > bdi {
    flex: 1 1 min(14em, 80%);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
  }

  .bar > [role='alert'] {
    flex: 1 1 100%;
  }

  .due {
    display: flex;
    flex: 1 1 14em;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: calc(var(--_space) * 2);
  }

  .amount {
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.2;
  }

  .due .muted {
    font-size: 0.875em;
  }

  .submit {
    min-block-size: max(var(--_target), 40px);
    padding-inline: calc(var(--_space) * 5);
    font-weight: 600;
  }

  .instructions {
    white-space: pre-line;
  }

  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--_space) calc(var(--_space) * 4);
  }

  dt {
    color: var(--_muted);
  }

  dd {
    grid-column: 2;
  }

  /* Total and button stay in view on a phone. */
  @container (max-inline-size: 32em) {
    .row {
      flex-wrap: wrap;
    }

    .field {
      flex-basis: 100%;
    }

    .remove {
      margin: 0;
    }

    /* What has the focus isn't behind it (WCAG 2.4.11), in the elements within too. */
    form {
      --_clear: 11em;
    }

    :is(input, button, select) {
      scroll-margin-block-end: var(--_clear);
    }

    .bar {
      --_clear: 0;
      position: sticky;
      inset-block-end: 0;
      z-index: 1;
      background: var(--_surface);
      /* A little past its own edges, where the words would else begin, and on no page makes it wider. */
      box-shadow: 0 0 0 calc(var(--_space) * 2) var(--_surface);
      clip-path: inset(0 calc(var(--_space) * -2));
      color: var(--_on-surface);
    }

    .submit {
      inline-size: 100%;
    }
  }

  @media print {
    .bar {
      position: static;
    }
  }
`;
