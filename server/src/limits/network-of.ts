import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

const bitsOfNetwork = 48;

/** Some proxies write the port behind an address, and IPv6 in brackets then. */
export function plainAddress(address: string): string {
  const [, inBrackets, withPort] = /^\[(.+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(address) ?? [];
  return inBrackets ?? withPort ?? address;
}

/**
 * @param address of a visitor, as the proxy says.
 * @returns what usually belongs to one customer of a provider: a /24 of IPv4, or a /48 of IPv6.
 */
export function networkOf(address: string): string {
  const plain = plainAddress(address);
  if (isIP(plain) === 0) return 'unknown';
  // An address of IPv4 may be written as one of IPv6.
  const parsed = ipaddr.process(plain);
  if (parsed.kind() === 'ipv4') return parsed.toString().replace(/\d+$/, '0/24');
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${bitsOfNetwork}`);
  return `${network.toString()}/${bitsOfNetwork}`;
}
