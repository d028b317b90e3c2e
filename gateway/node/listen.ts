// Lets a server listen at the port that is wanted, or at the next free one.

import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';

/** How many ports are tried before it gives up. */
const most = 50;

/**
 * @param port 0 lets the system choose. If another port is taken, the next free one is used.
 * @returns the port that the server listens at.
 */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  for (let next = port; ; next += 1) {
    try {
      server.listen(next, host);
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if (!isTaken(error) || next >= port + most) throw error;
    }
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
