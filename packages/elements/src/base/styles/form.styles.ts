import { css } from 'lit';

/** Fields with a label above and what is wrong below, choices to tick, and the buttons under them. */
export const formStyles = css`
  p,
  dl,
  dd {
    margin: 0;
  }

  .field {
    display: flex;
    flex-direction: column;
    gap: var(--_space);
    inline-size: 100%;
    min-inline-size: 0;
  }

  .field :is(input, textarea) {
    inline-size: 100%;
    min-block-size: max(var(--_target), 36px);
    margin: 0;
    padding: var(--_space) calc(var(--_space) * 2);
    border: 1px solid color-mix(in srgb, currentColor 55%, transparent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    font: inherit;
  }

  .field textarea {
    resize: vertical;
  }

  .field [aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  /* The box stands at the first line of its words, and one line in the middle of what can be pressed. */
  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-content: center;
    align-items: baseline;
    gap: calc(var(--_space) * 2);
    min-block-size: max(var(--_target), 32px);
  }

  .choice > input {
    translate: 0 0.1875em;
  }

  .fault {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    align-items: baseline;
    font-size: 0.875em;
  }

  .fault > .icon {
    translate: 0 0.125em;
    color: var(--_danger);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
`;
