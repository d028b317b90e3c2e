// The proxies whose word is taken for a visitor's address.

import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Express } from 'express';
import { plainAddress } from '../limits/network-of.ts';

/** How many stand between, or which ones. */
type TrustProxy = number | readonly string[];

const names: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];
/** What has fewer bits is no network of somebody's own. Their own are 10.0.0.0/8 and fc00::/7. */
const leastBits = { ipv4: 8, ipv6: 16 };
const privateBits = 7;
/** All of IPv4, as IPv6 writes it. */
const mapped = ipaddr.IPv6.parse('::ffff:0:0');
const bitsOfMapped = 96;

/** Proxies may write their ports behind their addresses. Express knows no such addresses. */
export function trustProxies(app: Express, trustProxy: TrustProxy): void {
  app.set('trust proxy', trustProxy);
  const trusts = app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  app.set('trust proxy', (address: string, hop: number) => trusts(plainAddress(address), hop));
}

export function problemsOfProxies(trustProxy: TrustProxy): readonly string[] {
  const isRight =
    typeof trustProxy === 'number'
      ? trustProxy > 0
      : trustProxy.length > 0 && trustProxy.every(isAddressOrNetwork);
  if (isRight) return [];
  return ['TRUST_PROXY is neither a list of addresses or networks nor a number of proxies.'];
}

/** A network such as 10.0.0.0/8. A great part of all addresses is nobody to trust. */
function isAddressOrNetwork(text: string): boolean {
  if (names.includes(text)) return true;
  const [, address = '', bits] = /^([^/%]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  if (isIP(address) === 0) return false;
  return bits === undefined || isNarrow(ipaddr.parse(address), Number(bits));
}

function isNarrow(address: ipaddr.IPv4 | ipaddr.IPv6, bits: number): boolean {
  const kind = address.kind();
  if (kind === 'ipv4') return bits >= leastBits.ipv4 && bits <= 32;
  const network = address as ipaddr.IPv6;
  if (bits > 128) return false;
  if (network.range() === 'uniqueLocal') return bits >= privateBits;
  const holdsMapped = mapped.match(network, Math.min(bits, bitsOfMapped));
  return bits >= (holdsMapped ? bitsOfMapped + leastBits.ipv4 : leastBits.ipv6);
}
