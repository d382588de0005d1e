import { css } from 'lit';

export const bookingWithdrawalStyles = css`
  .withdrawal,
  form {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 3);
    align-items: start;
    max-inline-size: 34em;
  }

  form {
    inline-size: 100%;
  }

  p,
  dl,
  dd,
  h3 {
    margin: 0;
  }

  h3 {
    font-size: 1em;
  }

  .field {
    display: flex;
    flex-direction: column;
    gap: var(--_space);
    inline-size: 100%;
  }

  .field input {
    inline-size: 100%;
    min-block-size: max(var(--_target), 36px);
    padding: var(--_space) calc(var(--_space) * 2);
    border: 1px solid color-mix(in srgb, currentColor 55%, transparent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    font: inherit;
  }

  .field input[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .fault {
    display: flex;
    gap: var(--_space);
    align-items: baseline;
    font-size: 0.875em;
  }

  .fault .icon {
    color: var(--_danger);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
`;
