import { css } from 'lit';

/** What happened so far, the panel behind the pencil, and deciding on a request. */
export const statusMoreStyles = css`
  ol {
    margin: calc(var(--_space) * 2) 0 0;
    padding: 0;
    list-style: none;
  }

  li {
    --_tone: var(--_muted);

    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 3);
    padding-block: var(--_space);
    border-block-start: 1px solid var(--_border);
  }

  /* As long as a day gets in any language: 25 juill. 2026. */
  li > :first-child {
    inline-size: 7.5em;
    white-space: nowrap;
  }

  li > :nth-child(2) {
    display: flex;
    align-items: baseline;
    gap: var(--_space);
    inline-size: 9em;
  }

  /* An icon stands on the baseline; its middle belongs on the middle of the text. */
  li .icon {
    translate: 0 0.125em;
  }

  li > :last-child {
    flex: 1 1 9em;
  }

  .panel {
    inline-size: max-content;
    max-inline-size: min(26em, 100vw - 16px);
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_box-radius) * 1.5);
    background: var(--_surface);
    box-shadow: 0 8px 24px rgb(0 0 0 / 16%);
    color: var(--_on-surface);
  }

  /* Where it can't be anchored it opens in the middle of the window, as the platform's popovers do. */
  @supports (inset-block-start: anchor(outside)) {
    .row {
      anchor-name: --ek-status;
    }

    .panel {
      position-anchor: --ek-status;
      position-try-fallbacks:
        flip-block,
        flip-inline,
        --ek-status,
        --ek-status flip-block;
      inset: auto;
      inset-block-start: anchor(outside);
      /* With its margin it begins where the row does, and keeps clear of the window's edges. */
      inset-inline-start: max(0px, anchor(inside) - 8px);
      margin: var(--_space) 8px;
    }

    /* Where it has room along neither edge of the row, nor both ways: at the end of the window, as far from its edge. */
    @position-try --ek-status {
      inset-inline: auto 0;
    }
  }

  .decision {
    max-inline-size: 30em;
    margin-block-start: calc(var(--_space) * 2);
  }

  .decision .actions {
    justify-content: flex-start;
    margin-block-start: calc(var(--_space) * 2);
  }

  .note-label {
    display: block;
    font-weight: 600;
  }

  .field {
    inline-size: 100%;
    margin-block: var(--_space);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border: 1px solid color-mix(in srgb, currentColor 55%, transparent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    font: inherit;
    resize: vertical;
  }

  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    margin-block-end: calc(var(--_space) * 2);
    font-weight: 600;
  }

  .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: max(var(--_target), 32px);
  }

  .note,
  .panel .problem {
    margin-block-start: calc(var(--_space) * 3);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 4);
  }
`;
