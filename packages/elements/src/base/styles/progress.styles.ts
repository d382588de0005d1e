import { css } from 'lit';

/** How far work is: a `<progress>`, and the percentage beside it. */
export const progressStyles = css`
  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 6px;
    border: none;
    border-radius: 3px;
    overflow: hidden;
    background: color-mix(in srgb, currentColor 14%, transparent);
    /* What is done is read off it, so it is seen on the page whatever the accent: white on white, black on black. */
    color: var(--_ink);
  }

  progress::-webkit-progress-bar {
    background: none;
  }

  progress::-webkit-progress-value {
    background: currentColor;
  }

  progress::-moz-progress-bar {
    background: currentColor;
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
  }

  .percentage {
    text-align: end;
  }
`;
