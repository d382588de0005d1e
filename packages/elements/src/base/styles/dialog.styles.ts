import { css } from 'lit';

/** A question before something is done that can't be taken back. */
export const dialogStyles = css`
  dialog {
    max-inline-size: min(26em, calc(100vw - 32px));
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_box-radius) * 1.5);
    background: var(--_surface);
    color: CanvasText;
    font: inherit;
    box-shadow: 0 8px 32px rgb(0 0 0 / 0.25);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }

  dialog h3 {
    margin: 0;
    font-size: 1.125em;
    overflow-wrap: anywhere;
  }

  dialog p {
    margin-block-start: calc(var(--_space) * 2);
  }

  .dialog-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 4);
  }

  .button.destructive {
    border-color: var(--_danger);
    color: var(--_danger);
  }

  @media print {
    dialog {
      display: none;
    }
  }
`;
