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

  .heading,
  li,
  .buttons {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: center;
  }

  .heading .icon {
    color: var(--_danger);
  }

  /* Many of them must not push the page out of sight. Rings of focus have room at its sides. */
  ul {
    max-block-size: 40vh;
    overflow-y: auto;
    margin: calc(var(--_space) * 2) -4px 0;
    padding-inline: 4px;
    list-style: none;
  }

  li,
  .buttons {
    flex-wrap: wrap;
  }

  li {
    column-gap: calc(var(--_space) * 4);
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
`;
