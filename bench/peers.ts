// The peers, from npm. Only the bench installs them.

import { execSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const installed = join(folder, 'node_modules/.package-lock.json');
const lock = join(folder, 'package-lock.json');

export const peers = { elevenlabs: 'ElevenLabs', vapi: 'Vapi' } as const;
export type Peer = keyof typeof peers;

const packages: Record<Peer, string> = {
  elevenlabs: '@elevenlabs/convai-widget-embed',
  vapi: '@vapi-ai/client-sdk-react',
};

export function ensurePeers(): void {
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  execSync(`npm ci --prefix "${folder}" --no-audit --no-fund`, { stdio: ['ignore', 'ignore', 2] });
}

/** The versions that the figures are about. */
export function describePeers(): string {
  return Object.values(packages)
    .map((name) => `${name} ${versionOf(name)}`)
    .join(', ');
}

function versionOf(name: string): string {
  const text = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
