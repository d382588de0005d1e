/** Tells the page what was done: bubbles, composed, not cancelable. */
export function tell<Detail extends object>(target: EventTarget, type: string, detail: Detail): void {
  target.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail: Object.freeze(detail) }));
}

/** Asks the page before something is done. Answers whether it may go on: `false` after `preventDefault()`. */
export function ask<Detail extends object>(target: EventTarget, type: string, detail: Detail): boolean {
  return target.dispatchEvent(
    new CustomEvent(type, { bubbles: true, composed: true, cancelable: true, detail: Object.freeze(detail) }),
  );
}
