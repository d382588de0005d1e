import { css } from 'lit';

export const certificateBundleStyles = css`
  :host {
    --_gap: calc(var(--_space) * 4);
    --_field-border: var(--ek-field-border, color-mix(in srgb, currentColor 52%, transparent));
    --_zone-height: var(--ek-certificate-bundle-zone-height, 8em);
    --_zone-background: var(--ek-certificate-bundle-zone-background);
  }

  [hidden] {
    display: none !important;
  }

  .root {
    container-type: inline-size;
    contain-intrinsic-inline-size: 33em;
    display: grid;
    /* A long word must break, not make the page wider. */
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
  }

  .work {
    display: flex;
    flex-direction: column;
    gap: var(--_gap);
  }

  /* What has to be done and the way on, in sight however long the list is. */
  .way {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    padding-block: var(--_gap);
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
    color: var(--_on-surface);
  }

  /* Nothing that has the focus lies below it. */
  :is(.panel, form) :is(.row, button, input, select) {
    scroll-margin-block-end: 12em;
  }

  /* Over what is there, which stays where it is. */
  .skip,
  .skip:hover {
    position: absolute;
    z-index: 2;
    background: var(--_surface);
    color: var(--_on-surface);
  }

  /* Its ring lies over the same, and is read on its own ground. */
  .skip:focus {
    box-shadow: 0 0 0 6px var(--_surface);
  }

  .skip:not(:focus) {
    clip-path: inset(50%);
  }

  @media (max-height: 30em) {
    .way {
      position: static;
    }
  }

  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }

  h2,
  h3 {
    font-size: 1.125em;
    font-weight: 600;
  }

  .intake {
    display: grid;
    gap: calc(var(--_space) * 2);
  }

  /* As large as what comes in its place. */
  .sketch {
    min-block-size: calc(var(--_zone-height) + var(--_target));
  }

  .intake.small {
    --_zone-height: 0;
  }

  .beside,
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) var(--_gap);
  }

  .beside > .muted {
    flex: 1 1 20em;
  }

  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space);
    border-block-end: 1px solid var(--_border);
  }

  .tab {
    min-block-size: calc(var(--_target) + 8px);
    margin: 0 0 -1px;
    padding: var(--_space) calc(var(--_space) * 3);
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }

  .tab:hover {
    background: color-mix(in srgb, currentColor 7%, transparent);
  }

  .tab[aria-selected='true'] {
    border-block-end-color: var(--_ink);
    font-weight: 600;
  }

  .tab:focus-visible {
    outline-offset: -2px;
  }

  .count {
    display: inline-block;
    min-inline-size: 1.75em;
    padding-inline: 0.5em;
    border-radius: 1em;
    background: color-mix(in srgb, currentColor 12%, transparent);
    text-align: center;
  }

  .own,
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }

  .own-field,
  .field {
    display: grid;
    flex: 1 1 11em;
    align-content: start;
    gap: var(--_space);
    max-inline-size: 22em;
  }

  .field-input {
    min-block-size: calc(var(--_target) + 8px);
    inline-size: 100%;
    margin: 0;
    padding: var(--_space) calc(var(--_space) * 2);
    border: 1px solid var(--_field-border);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
  }

  select > option {
    background: Canvas;
    color: CanvasText;
  }

  [aria-invalid='true'] {
    border-color: var(--_danger);
    outline-color: var(--_danger);
  }

  form,
  .bar {
    display: grid;
    gap: calc(var(--_space) * 2);
  }

  fieldset {
    display: grid;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: calc(var(--_space) * 2);
    padding: 0;
    font-weight: 600;
  }

  .check {
    display: flex;
    align-items: start;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_target);
    padding-block: calc((var(--_target) - 1.5em) / 2);
    cursor: pointer;
  }

  .check > input {
    margin-block: 0.1875em;
  }

  .indented {
    padding-inline-start: calc(1.125em + var(--_space) * 2);
  }

  .sending {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: calc(var(--_space) * 3);
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) var(--_gap);
    padding: calc(var(--_space) * 3) var(--_gap);
    border: 1px solid var(--_border);
    border-inline-start: 3px solid var(--_muted);
    border-radius: var(--_box-radius);
  }

  .notice > p {
    flex: 1 1 18em;
  }

  .primary,
  .buttons > .button {
    min-block-size: calc(var(--_target) + 8px);
  }

  a {
    color: var(--_ink);
    text-underline-offset: 0.15em;
  }

  @media (forced-colors: active) {
    /* What is transparent has a colour there. */
    .tab {
      border-block-end-color: Canvas;
    }

    .tab[aria-selected='true'] {
      border-block-end-color: Highlight;
    }

    .count {
      border: 1px solid;
    }
  }

  @media print {
    .intake,
    form,
    .buttons {
      display: none;
    }
  }
`;
