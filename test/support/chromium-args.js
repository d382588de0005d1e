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
export const CHROMIUM_PATH = '/usr/bin/chromium';
