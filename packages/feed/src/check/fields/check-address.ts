import type { ReportFinding } from './check-context.js';
import { isLinkedInHost, isPlaceholderHost, isPublicHost, isVideoHost } from './hosts.js';
import { excerpt } from '../../findings/excerpt.js';

/** What an address is of: an image has rules of its own, a video or profile is on certain sites only. Source: XSD. */
export type AddressUse = 'page' | 'image' | 'video' | 'linkedin';

/** Nearly every address. What doesn't fit is looked at more closely. */
const PLAIN = /^https?:\/\/([a-z\d-]+(?:\.[a-z\d-]+)+)(?:\/[\w\-.~/]*)?(?:[?#][\w\-.~/?#=&+,:;@!$*()]*)?$/i;
const SCHEME = /^([a-z][a-z\d+-]*):/i;
/** Not `photo.jpg`, which is a file. */
const NAMED_HOST = /\.(?!(?:jpe?g|png|gif|svg|webp|pdf|html?|php|aspx?|mp4)$)(?:[a-z]{2,}|xn--[a-z\d-]+)$/;

/** The spelling of an address, and whether anybody could reach it. Nothing is fetched. Source: domain.md section 4. */
export function checkAddress(url: string | undefined, path: string, use: AddressUse, report: ReportFinding): void {
  if (url === undefined) return;
  const plainHost = PLAIN.exec(url)?.[1];
  if (plainHost !== undefined && !url.includes('&amp;')) checkHost(plainHost.toLowerCase(), url, path, use, report);
  else checkUnusual(url, path, use, report);
}

function checkUnusual(url: string, path: string, use: AddressUse, report: ReportFinding): void {
  const shown = excerpt(url);
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase();
  if (scheme !== 'http' && scheme !== 'https') {
    const rest = url.replace(/^\/\//, '');
    const host = scheme === undefined && /^[^\s@/]+(?:\/|$)/.test(rest) ? parseHost(`https://${rest}`) : undefined;
    if (host !== undefined && NAMED_HOST.test(host))
      report('url-without-scheme', path, { url: shown, use: excerpt(`https://${rest}`) });
    else report('url-invalid', path, { url: shown });
    return;
  }
  const host = parseHost(url);
  // "https://https://" and "http:/www": browsers make something of it, and never what was meant.
  if (host === undefined || !/^https?:\/\/[^/\\]/i.test(url) || /^https?$/.test(host) || host.includes('..')) {
    report('url-invalid', path, { url: shown });
  } else if (/\s/.test(url)) report('url-has-spaces', path, { url: shown });
  else if (url.includes('&amp;')) report('url-escaped-twice', path, { url: shown });
  else if (use === 'image' && /%[\da-f]{2}/i.test(url)) report('url-escaped', path, { url: shown });
  else checkHost(host, url, path, use, report);
}

function checkHost(host: string, url: string, path: string, use: AddressUse, report: ReportFinding): void {
  if (!isPublicHost(host)) report('url-not-public', path, { url: excerpt(url), host });
  else if (isPlaceholderHost(host)) report('url-placeholder', path, { url: excerpt(url), host });
  else if (use === 'video' && !isVideoHost(host)) report('video-host', path, { url: excerpt(url), host });
  else if (use === 'linkedin' && !isLinkedInHost(host)) report('linkedin-host', path, { url: excerpt(url), host });
}

function parseHost(url: string): string | undefined {
  try {
    return new URL(url).hostname;
  } catch {
    // Not an address: the caller says so.
    return undefined;
  }
}
