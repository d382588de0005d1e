import { existsSync } from 'node:fs';

/** Switches with which Chromium runs as root, without the network, and paints the same picture every time. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

/** No page of a test lives long enough to win back what compiling once more, and better, takes; see webkit-process.js. */
export const SHORT_LIVED_ARGS = [...CHROMIUM_ARGS, '--js-flags=--no-turbofan --no-maglev'];

/** Chromium as people have it, with all that is around a page. */
export const WHOLE_CHROMIUM_PATH = '/usr/bin/chromium';

const SHELL = '/usr/bin/chromium-headless-shell';

/**
 * The same engine of the same build without the window around a page, at half the processor time. What has to do with the
 * browser around the page (its settings for cookies) needs the whole one; so does a distribution without the shell.
 */
export const CHROMIUM_PATH = existsSync(SHELL) ? SHELL : WHOLE_CHROMIUM_PATH;
