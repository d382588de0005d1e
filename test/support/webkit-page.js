// @ts-check
/** What WebDriver calls the keys that have no character. */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};
/** How long the page may take until it has the size that it was given. */
const RESIZE_MS = 30_000;
const BUTTONS = { left: 0, middle: 1, right: 2 };

/** @param {string} key */
const keyValue = (key) => KEYS[/** @type {keyof typeof KEYS} */ (key)] ?? key;
/** @param {string} value */
const press = (value) => [
  { type: 'keyDown', value },
  { type: 'keyUp', value },
];
/** @param {'pointerDown' | 'pointerUp'} type @param {{ button?: keyof typeof BUTTONS }} options */
const pointer = (type, { button = 'left' } = {}) => ({ type, button: BUTTONS[button] });
/** @param {number} x @param {number} y */
const moveTo = (x, y) => ({ type: 'pointerMove', x, y, duration: 0, origin: 'viewport' });

/** The part of puppeteer's `Page` that the test commands use, spoken in WebDriver. */
export class WebKitPage {
  #send;

  /** @param {(method: string, path: string, body?: unknown) => Promise<any>} send */
  constructor(send) {
    this.#send = send;
  }

  keyboard = {
    /** @param {string} text */
    type: (text) => this.#keys([...text].flatMap(press)),
    /** @param {string} key */
    press: (key) => this.#keys(press(keyValue(key))),
    /** @param {string} key */
    down: (key) => this.#keys([{ type: 'keyDown', value: keyValue(key) }]),
    /** @param {string} key */
    up: (key) => this.#keys([{ type: 'keyUp', value: keyValue(key) }]),
  };

  mouse = {
    /** @param {number} x @param {number} y */
    move: (x, y) => this.#pointer([moveTo(x, y)]),
    /** @param {number} x @param {number} y @param {{ button?: keyof typeof BUTTONS }} [options] */
    click: (x, y, options) =>
      this.#pointer([moveTo(x, y), pointer('pointerDown', options), pointer('pointerUp', options)]),
    /** @param {{ button?: keyof typeof BUTTONS }} [options] */
    down: (options) => this.#pointer([pointer('pointerDown', options)]),
    /** @param {{ button?: keyof typeof BUTTONS }} [options] */
    up: (options) => this.#pointer([pointer('pointerUp', options)]),
    reset: () => this.#send('DELETE', '/actions'),
  };

  /** @param {string} url */
  goto(url) {
    return this.#send('POST', '/url', { url });
  }

  /**
   * Sizes the window so that the page inside it gets the size. MiniBrowser's toolbar keeps it from getting narrower
   * than some 450 px: test narrower layouts in a container.
   *
   * @param {{ width: number, height: number }} viewport
   */
  async setViewport({ width, height }) {
    const deadline = Date.now() + RESIZE_MS;
    for (;;) {
      const inner = await this.#innerSize();
      if (inner.width === width && inner.height === height) return;
      if (Date.now() > deadline)
        throw new Error(`WebKit made the page ${inner.width} x ${inner.height} instead of ${width} x ${height}`);
      // The page gets its size some time after the window, and what surrounds it can have another size then.
      const outer = await this.#send('GET', '/window/rect');
      await this.#send('POST', '/window/rect', {
        width: outer.width + width - inner.width,
        height: outer.height + height - inner.height,
      });
    }
  }

  #innerSize() {
    return this.#send('POST', '/execute/sync', {
      script: 'return { width: innerWidth, height: innerHeight }',
      args: [],
    });
  }

  /** @param {object[]} actions */
  #keys(actions) {
    return this.#send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** @param {object[]} actions */
  #pointer(actions) {
    return this.#send('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  }
}
