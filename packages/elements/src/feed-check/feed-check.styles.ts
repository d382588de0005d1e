import { css } from 'lit';

export const feedCheckStyles = css`
  :host {
    --_gap: calc(var(--_space) * 4);
    --_field-border: var(--ek-field-border, color-mix(in srgb, currentColor 52%, transparent));
    --_zone-height: var(--ek-feed-check-zone-height, 8em);
    --_zone-background: var(--ek-feed-check-zone-background);
  }

  .root,
  .input,
  .section {
    display: grid;
    /* A long word must break, not make the page wider. */
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 3);
  }

  .root {
    gap: calc(var(--_space) * 5);
  }

  .section {
    padding-block-start: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_border);
  }

  h2,
  h3,
  h4,
  ol,
  ul,
  pre {
    margin: 0;
  }

  h2 {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.4;
  }

  .section-heading {
    font-size: 1.0625em;
    font-weight: 600;
  }

  .fold > .group-summary > .section-heading {
    flex: 1;
  }

  .fold-content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 2);
  }

  .outcome {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) var(--_gap);
    border: 1px solid var(--_border);
    border-inline-start: 3px solid var(--_tone, var(--_muted));
    border-radius: var(--_box-radius);
  }

  .outcome.good {
    --_tone: var(--_success);
  }

  .outcome:is(.danger, .failed) {
    --_tone: var(--_danger);
  }

  .outcome.caution {
    --_tone: var(--_warning);
  }

  .outcome.busy {
    --_tone: var(--_ink);
  }

  .problem-found {
    margin-block-start: calc(var(--_space) * -3);
    padding-inline: var(--_gap);
  }

  .outcome-text {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    flex: 1 1 9em;
    gap: var(--_space);
    min-inline-size: 0;
  }

  .verdict {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
  }

  .tone {
    display: grid;
    align-items: center;
    block-size: 1.5em;
  }

  .good {
    --_text-tone: var(--_success);
  }

  .danger {
    --_text-tone: var(--_danger);
  }

  .caution {
    --_text-tone: var(--_warning);
  }

  .tone > .icon,
  .count > .icon {
    color: var(--_text-tone, inherit);
  }

  .outcome > .tone {
    font-size: 1.125em;
  }

  .file-name {
    overflow-wrap: anywhere;
  }

  /* Nothing asks it how wide it would like to be. */
  .price {
    contain-intrinsic-inline-size: 0;
  }

  .facts {
    min-block-size: 1.5em;
  }

  .bar {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 5ch;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: 1.5em;
  }

  .running {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }

  .running > progress {
    flex: 1 1 8em;
  }

  .actions,
  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }

  .button {
    text-align: center;
  }

  .difference strong {
    font-weight: 600;
  }

  .problem.warning > .icon {
    color: var(--_warning);
  }

  @media print {
    .input,
    .fields {
      display: none;
    }
  }
`;
