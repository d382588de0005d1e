/** Where a key leads among things beside each other, of which one is a Tab stop; nothing for keys that lead nowhere. */
export function nextPlace(event: KeyboardEvent, at: number, count: number): number | undefined {
  const isRtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
  const places: Readonly<Record<string, number>> = {
    [isRtl ? 'ArrowLeft' : 'ArrowRight']: (at + 1) % count,
    [isRtl ? 'ArrowRight' : 'ArrowLeft']: (at - 1 + count) % count,
    Home: 0,
    End: count - 1,
  };
  return places[event.key];
}
