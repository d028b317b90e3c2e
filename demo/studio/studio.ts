// The studio: a form, and from it the preview, the contrast, the snippets and the page's address.

import { showNavigation } from '../navigation.ts';
import { find } from '../widget.ts';
import { loadFields } from './fields/all-fields.ts';
import type { Settings } from './fields/fields.ts';
import { ContrastMeter } from './contrast/measure-contrast.ts';
import { PreviewStage } from './preview/preview-stage.ts';
import type { Release } from './snippets/release.ts';
import { fromAddress, toAddress } from './share/settings-address.ts';
import { SettingsForm } from './views/settings-form.ts';
import { showContrast } from './views/show-contrast.ts';
import { SnippetTabs } from './views/snippet-tabs.ts';
import { createSnippets } from './snippets/snippets.ts';
import { toWidgetSettings } from './fields/widget-settings.ts';

/** Browsers let a page change its address only a few times a second. Picking a colour is faster. */
const addressDelayMs = 200;

showNavigation();
const status = find(HTMLElement, '#status');
const [fields, release] = await Promise.all([loadFields(), loadRelease()]);
const settingsForm = find(HTMLFormElement, '#settings');
const viewForm = find(HTMLFormElement, '#view');
const form = new SettingsForm(settingsForm, viewForm, fields);
const stage = new PreviewStage();
const meter = new ContrastMeter(find(HTMLElement, '#colours'));
const tabs = new SnippetTabs(copy);
let addressTimer: ReturnType<typeof setTimeout> | undefined;

for (const each of [settingsForm, viewForm]) {
  each.addEventListener('input', () => {
    show();
    clearTimeout(addressTimer);
    addressTimer = setTimeout(writeAddress, addressDelayMs);
  });
  each.addEventListener('change', writeAddress);
  each.addEventListener('submit', (event) => event.preventDefault());
}
find(HTMLElement, '#reset').addEventListener('click', () => {
  start(new Map());
  status.textContent = 'Everything is as it comes.';
});
find(HTMLElement, '#copy-link').addEventListener('click', () => {
  writeAddress();
  void copy(location.href, 'The link');
});
addEventListener('hashchange', () => start(fromAddress(location.hash, fields)));
addEventListener('pagehide', writeAddress);
start(fromAddress(location.hash, fields));

function start(settings: Settings): void {
  form.fill(settings);
  show();
  // Values that cannot be used or must not be sent are removed from the address.
  writeAddress();
}

function show(): void {
  const settings = form.read();
  const widget = toWidgetSettings(settings, fields);
  stage.show(settings);
  showContrast(meter.measure(widget));
  tabs.show(createSnippets(widget, release));
}

function writeAddress(): void {
  clearTimeout(addressTimer);
  const address = toAddress(form.read());
  history.replaceState(null, '', address ? `#${address}` : location.pathname);
}

async function copy(text: string, what: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = `${what} is copied.`;
    return true;
  } catch {
    status.textContent = `${what} is not copied: the browser does not let this page.`;
    return false;
  }
}

async function loadRelease(): Promise<Release> {
  const response = await fetch('/release.json');
  return (await response.json()) as Release;
}
