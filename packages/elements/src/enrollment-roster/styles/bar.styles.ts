import { css } from 'lit';

export const barStyles = css`
  /* Always in view, as long as the list is. */
  .bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 3;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: 0 0 var(--_box-radius) var(--_box-radius);
    border-block-start: 0;
    background: var(--_surface);
    color: var(--_on-surface);
  }

  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
    align-items: center;
  }

  .about {
    min-inline-size: 8em;
    max-inline-size: 16em;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .mark-button {
    --_tone: var(--_muted);
  }

  .mark-button.started {
    --_tone: var(--_started);
  }

  .mark-button.completed {
    --_tone: var(--_success);
  }

  .mark-button.no-show {
    --_tone: var(--_warning);
  }

  .mark-button.did-not-pass {
    --_tone: var(--_danger);
  }

  .mark-button .icon {
    color: var(--_tone);
  }

  kbd {
    min-inline-size: 1.5em;
    padding-inline: 0.3em;
    border: 1px solid color-mix(in srgb, currentColor 35%, transparent);
    border-radius: 3px;
    font: inherit;
    font-size: 0.8125em;
    line-height: 1.4;
    text-align: center;
  }

  .keys-button {
    margin-inline-start: auto;
  }

  .keys {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(15em, 1fr));
    gap: var(--_space) calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 3) var(--_space);
  }

  .keys div {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: baseline;
  }

  .keys dt {
    min-inline-size: 4.5em;
  }

  .outcome {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    align-items: center;
    padding-block-start: calc(var(--_space) * 2);
  }

  .outcome:empty {
    display: none;
  }

  .note-form {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    max-inline-size: 40em;
  }

  .note-form label {
    font-weight: 600;
  }

  textarea.field {
    padding-block: var(--_space);
    resize: vertical;
  }

  @media (pointer: coarse) {
    .bar kbd,
    .keys-button {
      display: none;
    }
  }

  /* On a phone: who it is about, and below that six of one size in two lines, each with its icon above its word. */
  @container (inline-size < 44em) {
    .marks:has(> .mark-button) {
      display: grid;
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }

    .about,
    .clear-button {
      grid-column: 1 / -1;
      grid-row: 1;
    }

    .about {
      min-inline-size: 0;
      max-inline-size: none;
      white-space: normal;
      /* The longest of names stands whole in its row; here the rows need the room. */
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }

    .marks:has(> .clear-button) > .about {
      max-inline-size: 48%;
    }

    .clear-button {
      justify-self: end;
      max-inline-size: 50%;
      font-size: 0.875em;
    }

    .mark-button,
    .rest-button {
      flex-direction: column;
      justify-content: center;
      gap: 2px;
      min-block-size: 3.75em;
      padding: calc(var(--_space) / 2);
      font-size: 0.8125em;
      line-height: 1.2;
      white-space: normal;
      overflow-wrap: anywhere;
      hyphens: auto;
    }

    .mark-button kbd {
      display: none;
    }

    .keys-button {
      grid-column: 1 / -1;
      justify-self: end;
      margin-inline-start: 0;
    }
  }

  @container (inline-size < 34em) {
    .marks:has(> .mark-button) {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }

  @container (inline-size < 20em) {
    .marks:has(> .mark-button) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
