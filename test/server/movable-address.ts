// An address that leads to one server and later to another, as the name of a database does after a failover. Whoever is
// connected stays with the old server.

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface MovableAddress {
  readonly port: number;
  /** Where new connections lead from now on. */
  leadTo(port: number): void;
  close(): Promise<void>;
}

export async function openAddress(firstPort: number): Promise<MovableAddress> {
  let leadsTo = firstPort;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(leadsTo, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (port) => (leadsTo = port),
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
