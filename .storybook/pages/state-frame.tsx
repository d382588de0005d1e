import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';

interface StateFrameProps {
  readonly story: string;
  readonly title: string;
  readonly globals: object;
  /** Room for what floats above the page and gives it no height. */
  readonly least?: number;
  /** Called with the page of the story, once it is there. Answers what is to be done when it goes. */
  readonly onPage?: ((page: Document) => () => void) | undefined;
}

const MOST = 1200;

/** A story in a page of its own, in which its steps are taken. As high as what is in it, once that has come. */
export function StateFrame({ story, title, globals, least = 0, onPage }: StateFrameProps): ReactElement {
  const [height, setHeight] = useState(320);
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<Document>();
  const asked = Object.entries(globals).map(([name, value]) => `${name}:${value as string}`);
  useEffect(() => (page && onPage ? onPage(page) : undefined), [page, onPage]);
  return (
    <iframe
      ref={frame}
      title={title}
      loading="lazy"
      className="state-frame"
      style={{
        blockSize: Math.max(height, least),
        inlineSize: '100%',
        border: '1px solid color-mix(in srgb, currentColor 15%, transparent)',
      }}
      src={`iframe.html?id=${story}&viewMode=story&globals=a11y.manual:!true;${asked.join(';')}`}
      onLoad={() => {
        const shown = frame.current?.contentDocument;
        if (!shown?.body) return;
        setPage(shown);
        new ResizeObserver(() => setHeight(Math.min(shown.body.scrollHeight + 2, MOST))).observe(shown.body);
      }}
    />
  );
}
