/** How an address is played: in the frame of a known player, by the browser itself, or on its own page. */
export type VideoPlayer =
  | { readonly kind: 'frame' | 'file'; readonly address: string; readonly host: string }
  | { readonly kind: 'page'; readonly address: string; readonly host: string };

const ID = /^[\w-]{4,40}$/;

/**
 * The player of a video's address. Only players that are known get a frame, at the address that asks for the fewest
 * cookies: anything else in a frame would be somebody's page in the host's.
 */
export function videoPlayer(address: string | undefined): VideoPlayer | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.replace(/^(www|m|player)\./, '');
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? '';
  if (['youtube.com', 'youtube-nocookie.com', 'youtu.be'].includes(host)) {
    const id = url.searchParams.get('v') ?? last;
    if (ID.test(id))
      return { kind: 'frame', address: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`, host: 'youtube.com' };
  }
  if (host === 'vimeo.com' && /^\d+$/.test(last)) {
    return { kind: 'frame', address: `https://player.vimeo.com/video/${last}?autoplay=1&dnt=1`, host };
  }
  return { kind: /\.(mp4|webm|ogv)$/i.test(url.pathname) ? 'file' : 'page', address: url.href, host };
}
