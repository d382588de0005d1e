import { css } from 'lit';
import { progressStyles } from '../styles/progress.styles.js';

const rowStyles = css`
  .row-progress {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 4ch;
    align-items: center;
    gap: calc(var(--_space) * 2);
    max-inline-size: 28em;
    min-block-size: 1.5em;
  }

  .row-icon.warned {
    color: var(--_warning);
  }

  @media (forced-colors: active) {
    .row-icon.danger {
      color: CanvasText;
    }
  }
`;

/** What rows of chosen files have besides: it comes with what sends them. */
export const uploadQueueStyles = [progressStyles, rowStyles];
