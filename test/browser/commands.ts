// What a test can ask of the browser around the page. Whatever a test changes is put back after it.

import { executeServerCommand, setViewport as resize } from '@web/test-runner-commands';
import type { CommandPayloads, Media, Permission, SafeArea } from './command-payloads.ts';

export { sendKeys, sendMouse } from '@web/test-runner-commands';

/** The size that the runner gives every page. */
const usualViewport = { width: 800, height: 600 };

const undo = new Map<string, () => Promise<unknown>>();

afterEach(async () => {
  const steps = [...undo.values()];
  undo.clear();
  for (const step of steps) await step();
});

/**
 * `denied` and `prompt` make `getUserMedia` reject with `NotAllowedError`: without a window, Chromium
 * answers its prompt with no. After `prompt` it keeps to that as long as the page lives, so such a test
 * comes last in its file.
 */
export async function setMicrophonePermission(permission: Permission): Promise<void> {
  undo.set('microphone', () => ask('microphone-permission', 'granted'));
  await ask('microphone-permission', permission);
}

/**
 * The gateway and the site's server cannot be reached and `navigator.onLine` is false. A socket that is open
 * stays open.
 */
export async function setOffline(offline: boolean): Promise<void> {
  undo.set('offline', () => ask('offline', false));
  await ask('offline', offline);
}

/** Media features of the visitor's system; those that are not named go back to normal. */
export async function emulateMedia(media: Media): Promise<void> {
  undo.set('media', () => ask('media', {}));
  await ask('media', media);
}

/** `env(safe-area-inset-…)`; edges that are not named take nothing. */
export async function setSafeArea(insets: SafeArea): Promise<void> {
  undo.set('safe-area', () => ask('safe-area', {}));
  await ask('safe-area', insets);
}

export async function setViewport(viewport: { width: number; height: number }): Promise<void> {
  undo.set('viewport', () => resize(usualViewport));
  await resize(viewport);
}

/** Writes `.cache/screenshots/<name>.png`. */
export async function screenshot(name: string): Promise<void> {
  await ask('screenshot', name);
}

function ask<Name extends keyof CommandPayloads>(
  name: Name,
  payload: CommandPayloads[Name],
): Promise<unknown> {
  return executeServerCommand(name, payload);
}
