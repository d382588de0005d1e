import { BlockList, isIP, isIPv6 } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** Answers who is at the other end, as far as can be believed. */
export type ClientAddress = (c: Context) => string;

/**
 * The address of whoever sent a request. `X-Forwarded-For` is read from its end, and only as far as trusted proxies wrote
 * it: everything before is what the sender likes. An IPv6 address stands for its /64, which one person has all of.
 */
export function createClientAddress(trustedProxies: readonly string[]): ClientAddress {
  const isProxy = proxyCheck(trustedProxies);

  return (c) => {
    let address = socketAddress(c);
    const forwarded = (c.req.header('X-Forwarded-For') ?? '').split(',').map(plainAddress);
    while (isProxy(address)) {
      const before = forwarded.pop();
      if (before === undefined || !isIP(before)) break;
      address = before;
    }
    return isIPv6(address) ? networkOf(address) : address;
  };
}

/** Whether a request comes straight from a proxy that is believed. */
export function createProxyCheck(trustedProxies: readonly string[]): (c: Context) => boolean {
  const isProxy = proxyCheck(trustedProxies);
  return (c) => isProxy(socketAddress(c));
}

function proxyCheck(trustedProxies: readonly string[]): (address: string) => boolean {
  const proxies = toBlockList(trustedProxies);
  return (address) => isIP(address) !== 0 && proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

function socketAddress(c: Context): string {
  // Requests that tests make in process come from nowhere.
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  return plainAddress(incoming?.socket.remoteAddress ?? '');
}

function toBlockList(addresses: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of addresses) {
    const [address = '', bits] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** `::ffff:192.0.2.1` is how a socket for both families says `192.0.2.1`. */
function plainAddress(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.)/i, '');
}

/** The first four of eight groups: `2001:db8::1` is in `2001:db8:0:0`. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - groups.length - last.length;
  const all = [...groups, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...last];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
