import { css } from 'lit';

/** Groups, the findings in them, and the lines of the feed. */
export const findingsStyles = css`
  .groups {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .group {
    border-block-end: 1px solid var(--_border);
  }

  .group:last-child {
    border-block-end: none;
  }

  .group-summary {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 2);
    padding-inline-start: 1.25em;
    position: relative;
    list-style: none;
  }

  /* They lie against each other. */
  .group-summary:focus-visible {
    outline-offset: -2px;
  }

  .group-summary::-webkit-details-marker {
    display: none;
  }

  /* A marker of our own: that of the browser goes when its box is a flex box. */
  .group-summary::before {
    content: '';
    position: absolute;
    inset-block-start: calc(var(--_space) * 2 + 0.75em - 0.25em);
    inset-inline-start: 0.2em;
    inline-size: 0.4em;
    block-size: 0.4em;
    border-block-end: 1.5px solid currentColor;
    border-inline-end: 1.5px solid currentColor;
    rotate: -45deg;
  }

  @media (prefers-reduced-motion: no-preference) {
    .group-summary::before {
      transition: rotate 120ms;
    }
  }

  .group-summary:dir(rtl)::before {
    rotate: 45deg;
  }

  [open] > .group-summary::before {
    rotate: 45deg;
  }

  [open] > .group-summary:dir(rtl)::before {
    rotate: -45deg;
  }

  .group-summary:hover {
    background: color-mix(in srgb, currentColor 5%, transparent);
  }

  .group-title {
    flex: 1 1 14em;
    min-inline-size: 0;
    font-size: 1em;
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .group-id {
    font-weight: 400;
    font-size: 0.875em;
  }

  .group-counts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 3);
    font-size: 0.9375em;
  }

  .count {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    white-space: nowrap;
  }

  .findings,
  .changes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    padding: 0;
    list-style: none;
  }

  .group > :is(.findings, .changes, .more) {
    padding-inline-start: 1.25em;
    margin-block-end: calc(var(--_space) * 3);
  }

  .finding {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    padding-block: calc(var(--_space) * 2);
  }

  .sentence {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
  }

  .sentence-text {
    overflow-wrap: anywhere;
  }

  .place {
    margin-inline-start: calc(1em + var(--_space) * 2);
    font-size: 0.875em;
  }

  .snippet {
    margin-inline-start: calc(1em + var(--_space) * 2);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_box-radius);
    background: color-mix(in srgb, currentColor 4%, transparent);
    font-family: var(--ek-feed-check-code-font, ui-monospace, monospace);
    font-size: 0.875em;
    line-height: 1.6;
    text-align: left;
    /* Wrapped rather than scrolled: what is marked is always in sight. */
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  code {
    font: inherit;
  }

  mark {
    padding-block: 0.1em;
    border-block-end: 2px solid var(--_warning);
    background: var(--ek-feed-check-mark, color-mix(in srgb, var(--_warning) 22%, transparent));
    color: inherit;
  }

  [data-severity='error'] mark {
    border-color: var(--_danger);
    background: var(--ek-feed-check-mark, color-mix(in srgb, var(--_danger) 18%, transparent));
  }

  .cut-off {
    color: var(--_muted);
  }

  .change {
    padding-block: var(--_space);
    overflow-wrap: anywhere;
  }

  .change .muted {
    font-size: 0.875em;
  }

  .change-fields {
    display: block;
    color: var(--_muted);
    font-size: 0.9375em;
  }

  @media (forced-colors: active) {
    .snippet mark {
      forced-color-adjust: none;
      background: Mark;
      color: MarkText;
    }
  }
`;
