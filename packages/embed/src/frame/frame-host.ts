/**
 * For a page that shows others in frames: a frame with `data-enrollkit-frame` becomes as tall as what is in it. Only the page
 * that the frame was made for is listened to, and only as to its height.
 */
const MAX_HEIGHT = 20_000;

window.addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
  const height = heightIn(data);
  if (height === undefined) return;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-enrollkit-frame]'))
    // A frame may have been led elsewhere since: then its origin is another.
    if (frame.contentWindow === source && origin === originOf(frame)) frame.style.height = `${height}px`;
});

function heightIn(data: unknown): number | undefined {
  const { subject, height } = (data ?? {}) as { readonly subject?: unknown; readonly height?: unknown };
  const isHeight = typeof height === 'number' && height > 0 && height <= MAX_HEIGHT;
  return subject === 'lti.frameResize' && isHeight ? Math.ceil(height) : undefined;
}

/** A sandboxed frame has no origin, whatever its address. */
function originOf({ sandbox, src, dataset }: HTMLIFrameElement): string {
  if (sandbox.length > 0 && !sandbox.contains('allow-same-origin')) return 'null';
  return dataset.enrollkitFrame || new URL(src, document.baseURI).origin;
}

export {};
