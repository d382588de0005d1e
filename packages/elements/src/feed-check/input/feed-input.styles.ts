import { css } from 'lit';

/** Where a feed is dropped, pasted or asked for, and the fields. */
export const feedInputStyles = css`
  .zone.small {
    min-block-size: 0;
    padding: calc(var(--_space) * 3);
  }

  .zone.small > .icon {
    display: none;
  }

  .stays-here {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    color: var(--_muted);
    font-size: 0.9375em;
  }

  .stays-here > .icon {
    color: var(--_success);
  }

  summary {
    display: list-item;
    min-block-size: var(--_target);
    padding-block: calc((var(--_target) - 1.5em) / 2);
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .other-ways > summary {
    inline-size: fit-content;
    color: var(--_ink);
  }

  .other-ways > form {
    margin-block: calc(var(--_space) * 2) calc(var(--_space) * 4);
  }

  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
  }

  .fields > .field {
    flex: 1 1 11em;
  }

  .fields > .grow {
    flex: 2 1 16em;
  }

  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--_space);
  }

  .field > label,
  legend {
    font-size: 0.9375em;
    font-weight: 500;
  }

  .field > .button {
    justify-self: start;
  }

  .field > :is(input, select, textarea) {
    min-block-size: calc(var(--_target) + 8px);
    inline-size: 100%;
    margin: 0;
    padding: var(--_space) calc(var(--_space) * 2);
    border: 1px solid var(--_field-border);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
  }

  .field > textarea {
    resize: vertical;
    font-family: var(--ek-feed-check-code-font, ui-monospace, monospace);
    font-size: 0.875em;
  }

  select > option {
    background: Canvas;
    color: CanvasText;
  }

  .modes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr));
    gap: calc(var(--_space) * 2) var(--_gap);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: none;
  }

  legend {
    padding: 0;
    margin-block-end: var(--_space);
  }

  .mode {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-content: start;
    align-items: center;
    column-gap: calc(var(--_space) * 2);
  }

  .mode > label {
    padding-block: calc((var(--_target) - 1.5em) / 2);
    cursor: pointer;
  }

  .mode-note {
    grid-column: 2;
    font-size: 0.875em;
  }
`;
