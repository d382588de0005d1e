import type { Issue } from '@enrollkit/core';
import type { FeedFaultCode } from '../http/issue-codes.js';
import { outboundAddress, type AddressFault, type AddressPolicy } from '../outbound/outbound-address.js';
import { feedFault } from './feed-fault.js';

const FAULTS: Readonly<Record<AddressFault, readonly [code: FeedFaultCode, params?: Issue['params']]>> = {
  invalid: ['feed-address-invalid'],
  credentials: ['feed-address-invalid', { part: 'credentials' }],
  insecure: ['feed-address-insecure'],
  private: ['feed-address-private'],
};

/** The address of a feed, when it is one that this server may ask. Throws a fault of the feed. */
export function feedAddress(text: string, policy: AddressPolicy): URL {
  const url = outboundAddress(text, policy);
  if (typeof url === 'string') throw feedFault(...FAULTS[url]);
  return url;
}
