import { css } from 'lit';

/** The rows of chosen and of uploaded files. */
export const fileRowsStyles = css`
  .list-heading {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }

  .rows {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: var(--_space) calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 2.5);
    border-block-end: 1px solid var(--_border);
    scroll-margin-block: var(--_gap);
  }

  .rows > .row:last-child {
    border-block-end: none;
  }

  .row-icon {
    display: grid;
    align-items: center;
    block-size: 1.5em;
  }

  .row-icon:not(.danger) {
    color: var(--_muted);
  }

  .row-text {
    display: grid;
    flex: 1 1 12em;
    align-content: start;
    min-inline-size: 0;
  }

  .row-name {
    overflow-wrap: anywhere;
  }

  .row-name .muted {
    white-space: nowrap;
  }

  .fact:not(:last-child)::after {
    content: ' · ';
    white-space: pre;
  }

  .row-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--_space);
    margin-inline-start: auto;
  }

  .row-progress {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 4ch;
    align-items: center;
    gap: calc(var(--_space) * 2);
    max-inline-size: 28em;
    min-block-size: 1.5em;
  }

  .percentage {
    text-align: end;
  }

  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 6px;
    border: none;
    border-radius: 3px;
    overflow: hidden;
    background: color-mix(in srgb, currentColor 14%, transparent);
  }

  progress::-webkit-progress-bar {
    background: none;
  }

  progress::-webkit-progress-value {
    background: var(--_accent);
  }

  progress::-moz-progress-bar {
    background: var(--_accent);
  }

  progress:indeterminate::-moz-progress-bar {
    background: none;
  }

  @media (prefers-reduced-motion: no-preference) {
    progress:indeterminate {
      animation: ek-pulse 1.6s ease-in-out infinite alternate;
    }
  }

  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
    }

    progress::-webkit-progress-value {
      background: Highlight;
    }

    .row-icon.danger {
      color: CanvasText;
    }
  }
`;
