import { css } from 'lit';

/**
 * Where files are dropped or chosen, for an element with a `FileDrop`. Besides the shared tokens it reads what the element
 * has on its host: `--_gap`, `--_field-border`, `--_zone-height` and, when there is one, `--_zone-background`.
 */
export const dropZoneStyles = css`
  .zone {
    position: relative;
    display: grid;
    justify-items: center;
    align-content: center;
    gap: var(--_space);
    min-block-size: var(--_zone-height);
    padding: var(--_gap);
    border: 1.5px dashed var(--_field-border);
    border-radius: var(--_box-radius);
    background: var(--_zone-background, color-mix(in srgb, currentColor 3%, transparent));
    text-align: center;
  }

  .zone > .icon {
    inline-size: 1.5em;
    block-size: 1.5em;
    color: var(--_ink);
  }

  .zone-text {
    font-weight: 500;
  }

  .link {
    color: var(--_ink);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  /* The whole zone is the browser's own file control, so keys, clicks and screen readers work as everywhere. */
  .zone > input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .zone:has(input:focus-visible) {
    outline: 2px solid;
    outline-color: var(--_ink);
    outline-offset: 2px;
  }

  .zone:hover,
  :host(:state(dragging)) .zone {
    background: color-mix(in srgb, var(--_accent) 9%, transparent);
  }

  :host(:state(dragging)) .zone {
    border-style: solid;
    border-color: var(--_ink);
  }

  @media (prefers-reduced-motion: no-preference) {
    .zone:hover {
      transition: background-color 120ms;
    }
  }
`;
