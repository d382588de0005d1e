import { css } from 'lit';

/**
 * Tokens and the few parts that all elements share. Hosts set `--ek-<token>`; inside, the private `--_<token>` reads it
 * with a default. Font, text colour and colour scheme are the host's. Tones are mid-range and mixed towards the text
 * colour, so that they also hold on a dark page that never declared a `color-scheme`.
 */
export const baseStyles = css`
  :host {
    --_accent: var(--ek-accent, color-mix(in oklab, AccentColor 85%, CanvasText));
    /* Black or white, whichever can be read on the accent. */
    --_on-accent: var(--ek-on-accent, oklch(from var(--_accent) calc((0.6 - l) * 1000) 0 0));
    /*
     * The accent where it is read or looked for, on the page itself: no lighter than can be seen beside dark text, no darker
     * than beside light text. Two fifths of it in black or in white has a lightness that tells both.
     */
    --_ink: oklch(
      from color-mix(in oklab, var(--_accent) 40%, oklch(from currentColor calc((l - 0.6) * 1000) 0 0))
        clamp(0.75 * round(l, 1), (l - 0.6 * round(l, 1)) / 0.4, 0.47 + round(l, 1)) calc(c / 0.4) h
    );
    /* Not the accent: a red or green brand would say something else with it. */
    --_started: var(--ek-started, light-dark(#1f5fae, #7db3f2));
    --_success: var(--ek-success, light-dark(#18793a, #4cc275));
    --_warning: var(--ek-warning, light-dark(#9a5b00, #e0a23c));
    --_danger: var(--ek-danger, light-dark(#c02b2b, #ff7b72));
    --_muted: var(--ek-muted, color-mix(in srgb, currentColor 75%, transparent));
    --_border: var(--ek-border, color-mix(in srgb, currentColor 18%, transparent));
    /* What floats has both from one source: the page's text colour may not suit the surface. */
    --_surface: var(--ek-surface, Canvas);
    --_on-surface: var(--ek-on-surface, CanvasText);
    /* A brand may ask for pills: controls become them, what has lines and corners to keep only gets rounder. */
    --_radius: min(var(--ek-radius, 6px), 22px);
    --_box-radius: min(var(--_radius), 12px);
    --_space: calc(4px * var(--ek-density, 1));
    --_target: var(--ek-target, 28px);

    display: block;
    line-height: 1.5;
    letter-spacing: normal;
    word-spacing: normal;
    font-variant-numeric: tabular-nums;
    /* The longest word of a name counts for no width: beside something else it breaks instead of pushing that out. */
    overflow-wrap: anywhere;
  }

  /*
   * What a page gives its headings, cells and buttons must not reshape sentences here. Font, size, weight, colour,
   * direction and writing mode stay the host's; a host that means spacing for an element can still set it on the tag.
   */
  :host > * {
    text-align: start;
    text-align-last: auto;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    hyphens: manual;
    list-style: none;
    border-collapse: separate;
    border-spacing: 0;
  }

  /* Words stand in the order in which they are read, also on a page that runs the other way: 2 files, and a full stop at the end. */
  :dir(rtl):not(input, textarea, select, option, summary) {
    unicode-bidi: plaintext;
  }

  :host > :dir(rtl) {
    text-align: right;
  }

  [dir]:dir(ltr) {
    text-align: start;
  }

  :host([hidden]) {
    display: none;
  }

  /*
   * While something in it has the focus a page's own focus style takes in the whole element. What has it has an outline. An
   * element that the page itself made focusable keeps the page's.
   */
  :host(:focus:not([tabindex])) {
    outline: none !important;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  .icon {
    flex: none;
    inline-size: 1em;
    block-size: 1em;
    fill: currentColor;
    fill-rule: evenodd;
  }

  .icon .line,
  .icon .cut,
  .outlined path {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .icon .cut {
    stroke: var(--_surface);
    stroke-width: 1.75;
  }

  /* Words of the kit itself are short, and stay whole. */
  button,
  [scope='col'] {
    overflow-wrap: break-word;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_target);
    margin: 0;
    padding: var(--_space) calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }

  .button:hover {
    background: color-mix(in srgb, currentColor 7%, transparent);
  }

  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .button.primary:hover {
    background: color-mix(in oklab, var(--_accent) 88%, CanvasText);
  }

  .button.icon-only {
    min-inline-size: var(--_target);
    padding: 0;
    border-color: transparent;
  }

  .button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.6;
  }

  /* In a date field WebKit says it of none of its parts, whatever has led there. */
  [type='date']:focus,
  :focus-visible {
    outline: 2px solid;
    outline-color: var(--_ink);
    outline-offset: 2px;
  }

  /* Its text says nothing of the page: one of two rings is seen on any. */
  .button.primary:focus-visible {
    outline-color: var(--_accent);
    box-shadow: 0 0 0 2px var(--_on-accent);
  }

  /* As large as the text beside it: browsers give it a size of its own. */
  :is([type='checkbox'], [type='radio']) {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    margin: 0;
    font: inherit;
    accent-color: var(--_accent);
  }

  .problem {
    display: flex;
    flex-wrap: wrap;
    /* Sign, sentence and button on one line, however tall the button is; the sign never on one of its own. */
    align-items: baseline;
    gap: calc(var(--_space) * 2);
  }

  .problem > .icon {
    translate: 0 0.125em;
    color: var(--_danger);
  }

  .problem-text {
    flex: 1 1 min(16em, 80%);
  }

  .muted {
    color: var(--_muted);
  }

  .skeleton {
    border-radius: var(--_radius);
    /* Not mixed from the text's colour, which is gone here. */
    background: color-mix(in srgb, gray 20%, transparent);
    color: transparent;
    user-select: none;
    /* What stands in it only gives it a size, and is true of nothing. */
    forced-color-adjust: none;
  }

  .skeleton .icon {
    visibility: hidden;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (pointer: coarse) {
    :host {
      --_target: var(--ek-target, 44px);
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: ek-pulse 1.6s ease-in-out infinite alternate;
    }

    /* Only then: on a page that turns dark, dark text would stand on the light colour for as long as it takes. */
    .button:hover {
      transition: background-color 120ms;
    }
  }

  @media (forced-colors: active) {
    :host {
      --_accent: Highlight;
      --_ink: Highlight;
      --_border: CanvasText;
      --_muted: CanvasText;
      --_started: CanvasText;
      --_success: CanvasText;
      --_warning: CanvasText;
      --_danger: CanvasText;
      --_surface: Canvas;
    }

    .skeleton {
      border: 1px dashed GrayText;
    }

    .button.primary,
    .button.primary:hover {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }

  @media print {
    :focus-visible {
      outline: none;
    }

    .button {
      display: none;
    }
  }

  @keyframes ek-pulse {
    to {
      opacity: 0.45;
    }
  }
`;
