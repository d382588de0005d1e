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

  .row-name .muted {
    white-space: nowrap;
  }

  .row-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: max(var(--_space), 4px);
    margin-inline-start: auto;
  }
`;
