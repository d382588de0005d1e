import { css } from 'lit';

export const rosterStyles = css`
  .roster {
    container-type: inline-size;
    contain-intrinsic-inline-size: 60em;
  }

  /* For the keyboard: there are a dozen stops before the first row. Over what is there, which stays where it is. */
  .skip,
  .skip:hover {
    position: absolute;
    z-index: 4;
    min-block-size: max(var(--_target), 36px);
    background: var(--_surface);
    color: var(--_on-surface);
  }

  .skip:not(:focus) {
    clip-path: inset(50%);
  }

  p,
  dl,
  dd,
  h2,
  h3 {
    margin: 0;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    align-items: center;
  }

  .filters[hidden] {
    display: none;
  }

  .filters.more {
    align-items: end;
    padding-block-start: calc(var(--_space) * 3);
  }

  .field {
    min-block-size: max(var(--_target), 36px);
    min-inline-size: 0;
    padding-inline: calc(var(--_space) * 2);
    border: 1px solid color-mix(in srgb, currentColor 55%, transparent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    font: inherit;
    text-overflow: ellipsis;
  }

  .search {
    position: relative;
    flex: 1 1 14em;
    max-inline-size: 26em;
  }

  .search .field {
    inline-size: 100%;
    padding-inline-start: calc(1em + var(--_space) * 4);
  }

  /* Its hint runs the other way than the page, beside the same icon. */
  .search .field:dir(rtl):placeholder-shown {
    padding-inline: calc(var(--_space) * 2) calc(1em + var(--_space) * 4);
  }

  .search .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--_space) * 2);
    margin-block: auto;
    color: var(--_muted);
    pointer-events: none;
  }

  .pick {
    display: grid;
    gap: var(--_space);
    min-inline-size: 0;
    font-size: 0.875em;
  }

  .pick .field {
    max-inline-size: 18em;
    /* As large as the field beside it: what is small is the word above. */
    font-size: calc(1em / 0.875);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    margin-inline-start: auto;
  }

  .todo {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    align-items: center;
    min-block-size: max(var(--_target), 2.25em);
    padding-block: calc(var(--_space) * 2);
  }

  .summary {
    font-weight: 600;
    margin-inline-end: calc(var(--_space) * 2);
  }

  .todo-label {
    color: var(--_muted);
  }

  .tasks {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
  }

  .task {
    padding-block: calc(var(--_space) / 2);
    border-radius: 99px;
    font-size: 0.9375em;
  }

  .task[aria-pressed='true'] {
    border-color: var(--_ink);
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
  }

  @media (forced-colors: active) {
    .task[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }

  .link {
    padding-inline: var(--_space);
    border-color: transparent;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .nobody {
    padding: calc(var(--_space) * 8) calc(var(--_space) * 4);
    border-block: 1px solid var(--_border);
    color: var(--_muted);
  }

  @media print {
    .filters,
    .bar,
    .todo > :not(.summary) {
      display: none;
    }
  }
`;
