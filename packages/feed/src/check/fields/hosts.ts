// Names that mean something at home or in an office only. Source: RFC 6761, 6762, 8375, and what routers hand out.
const LOCAL_DOMAINS: ReadonlySet<string> = new Set(
  'localhost local localdomain internal intranet lan home corp private invalid arpa'.split(' '),
);
/** Set aside for examples (RFC 2606), and what manuals write instead. `.example` and `.test` nobody writes by mistake. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  'example.com example.net example.org example.nl yourdomain.com yoursite.com uwdomein.nl jouwdomein.nl mijndomein.nl'.split(
    ' ',
  ),
);
/** Source: XSD, "include any YouTube or Vimeo URL". */
const VIDEO_DOMAINS: ReadonlySet<string> = new Set(['youtube.com', 'youtu.be', 'youtube-nocookie.com', 'vimeo.com']);

/** Whether people outside the provider's own network could reach a host, as far as its name tells. */
export function isPublicHost(host: string): boolean {
  if (host.startsWith('[')) return !/^\[(?:::1?\]|f[cd]|fe[89ab])/.test(host);
  const lastDot = host.lastIndexOf('.');
  if (lastDot <= 0) return false;
  const last = host.slice(lastDot + 1);
  const code = last.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return isPublicAddress(host);
  return !LOCAL_DOMAINS.has(last);
}

/** Whether a host stands for one that was still to be filled in. */
export function isPlaceholderHost(host: string): boolean {
  return PLACEHOLDERS.has(domainOf(host));
}

/** Whether videos of a host can be shown on the page of a course. */
export function isVideoHost(host: string): boolean {
  return VIDEO_DOMAINS.has(domainOf(host));
}

/** Whether a host has the profiles of LinkedIn, in whatever country. */
export function isLinkedInHost(host: string): boolean {
  return domainOf(host) === 'linkedin.com';
}

/** Source: RFC 1918, 3927, 5735. */
function isPublicAddress(host: string): boolean {
  const [first = 0, second = 0] = host.split('.').map(Number);
  if (first === 0 || first === 10 || first === 127) return false;
  if (first === 172) return second < 16 || second > 31;
  if (first === 192) return second !== 168;
  return !(first === 169 && second === 254);
}

/** The last two names. */
function domainOf(host: string): string {
  const dot = host.lastIndexOf('.', host.lastIndexOf('.') - 1);
  return host.slice(dot + 1);
}
