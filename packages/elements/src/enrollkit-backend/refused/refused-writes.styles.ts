import { css } from 'lit';

export const refusedWritesStyles = css`
  :host {
    margin-block-end: calc(var(--_space) * 4);
  }

  .notice,
  .seen {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_danger);
    border-radius: var(--_box-radius);
    background: var(--_surface);
    color: var(--_on-surface);
  }

  .seen {
    border-color: var(--_border);
  }

  p,
  ul {
    margin: 0;
    padding: 0;
  }

  .heading {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: center;
  }

  .heading .icon {
    color: var(--_danger);
  }

  /* Many of them must not push the page out of sight. */
  ul {
    max-block-size: 40vh;
    overflow-y: auto;
    margin-block-start: calc(var(--_space) * 2);
    list-style: none;
  }

  li {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    align-items: center;
    padding-block: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
  }

  .what {
    flex: 1 1 min(20em, 100%);
  }

  .more {
    margin-block-start: calc(var(--_space) * 2);
  }

  .what strong {
    display: block;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
`;
