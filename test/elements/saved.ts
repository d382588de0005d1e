/** Has what the browser would save handed over: a real download would ask where to. */
export async function saved(act: () => void): Promise<{ readonly name: string; readonly text: string }> {
  const click = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'click')!;
  try {
    const link = await new Promise<HTMLAnchorElement>((resolve) => {
      Object.defineProperty(HTMLElement.prototype, 'click', {
        configurable: true,
        value(this: HTMLElement) {
          if (this instanceof HTMLAnchorElement && this.download) resolve(this);
          else (click.value as (this: HTMLElement) => void).call(this);
        },
      });
      act();
    });
    return { name: link.download, text: await (await fetch(link.href)).text() };
  } finally {
    Object.defineProperty(HTMLElement.prototype, 'click', click);
  }
}
