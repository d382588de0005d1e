import ipaddr, { type IPv6 } from 'ipaddr.js';

/** The one prefix by which an IPv6 network reaches every IPv4 address. Source: RFC 6052, section 2.1. */
const NAT64 = ipaddr.IPv6.parse('64:ff9b::');
/** All that is handed out to anybody so far. Source: RFC 4291, section 2.4. */
const GLOBAL = ipaddr.IPv6.parse('2000::');

/**
 * Whether an IP address is one of the open internet: no network of one's own, no machine itself, nothing reserved, also not
 * as an IPv6 address that stands for such an IPv4 one. What can't be read as an address is not.
 *
 * @example
 * isPublicAddress('93.184.216.34'); // true
 * isPublicAddress('::ffff:10.0.0.1'); // false
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  // An IPv4 address inside an IPv6 one becomes itself.
  const address = ipaddr.process(text);
  return address.kind() === 'ipv4' ? address.range() === 'unicast' : isPublicV6(address as IPv6);
}

function isPublicV6(address: IPv6): boolean {
  const bytes = address.toByteArray();
  if (address.match(NAT64, 96)) return isPublicAddress(bytes.slice(12).join('.'));
  // 6to4 carries an IPv4 address after its prefix. Source: RFC 3056, section 2.
  if (address.range() === '6to4') return isPublicAddress(bytes.slice(2, 6).join('.'));
  return address.range() === 'unicast' && address.match(GLOBAL, 3);
}
