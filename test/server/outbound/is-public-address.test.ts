import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../packages/server/src/outbound/is-public-address.js';

const PUBLIC = [
  '93.184.216.34',
  '1.1.1.1',
  '223.255.255.254',
  '2606:4700:4700::1111',
  '2a00:1450:400e::1',
  // The same as IPv4 addresses of the open internet.
  '::ffff:93.184.216.34',
  '64:ff9b::5db8:d822',
  '2002:5db8:d822::1',
];

const INSIDE = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.168.1.1',
  '198.18.0.1',
  '203.0.113.7',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::7f00:1',
  '64:ff9b::a00:1',
  '64:ff9b:1::1',
  '2002:7f00:1::1',
  '2002:c0a8:101::1',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  '2001:db8::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  '4000::1',
  'not an address',
  '',
];

describe('an address', () => {
  it.each(PUBLIC)('%s is of the open internet', (address) => expect(isPublicAddress(address)).toBe(true));
  it.each(INSIDE)('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
});
