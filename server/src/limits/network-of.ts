import { isIP } from 'node:net';
import { ipKeyGenerator } from 'express-rate-limit';

/**
 * @param address of a visitor, as the proxy says. Some proxies write the port behind it.
 * @returns what usually belongs to one customer of a provider: a /24 of IPv4, or a /48 of IPv6.
 */
export function networkOf(address: string): string {
  const [, inBrackets, withPort] = /^\[(.+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(address) ?? [];
  const plain = inBrackets ?? withPort ?? address;
  if (isIP(plain) === 0) return 'unknown';
  const network = ipKeyGenerator(plain, 48);
  return isIP(network) === 4 ? network.replace(/\d+$/, '0/24') : network;
}
