import { css } from 'lit';

/** The label of a status, and the tones that go with each: here and wherever statuses are listed. */
export const statusLabelStyles = css`
  .label,
  .choice {
    --_tone: var(--_muted);
  }

  .started {
    --_tone: var(--_started);
  }

  .completed {
    --_tone: var(--_success);
  }

  .no-show {
    --_tone: var(--_warning);
  }

  .declined,
  .did-not-pass {
    --_tone: var(--_danger);
  }

  .label {
    --_label: var(--ek-enrollment-status-tone, var(--_tone));

    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) / 2) calc(var(--_space) * 2.5) calc(var(--_space) / 2) calc(var(--_space) * 1.75);
    border: 1px solid color-mix(in srgb, var(--_label) 40%, transparent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_label) 10%, transparent);
    color: color-mix(in oklab, var(--_label) 55%, currentColor);
    font-weight: 600;
  }

  .label .icon,
  .choice .icon,
  li .icon {
    color: var(--_label, var(--_tone));
  }

  .label.cancelled,
  .label.withdrawn,
  .label.unknown {
    border-color: var(--_border);
    background: none;
    color: var(--_muted);
    font-weight: inherit;
  }

  .label.skeleton {
    border-color: transparent;
    background: color-mix(in srgb, gray 20%, transparent);
    color: transparent;
  }
`;
