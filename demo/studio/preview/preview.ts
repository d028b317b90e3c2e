// Runs in the studio's frame. Sets the element up from the address, then from messages.

import { findWidget } from '../../widget.ts';
import { loadFields, viewFields } from '../fields/all-fields.ts';
import { applySettings } from './apply-settings.ts';
import { fromAddress } from '../share/settings-address.ts';

const widget = findWidget();
let address = location.hash;
let show = () => {};

addEventListener('message', ({ origin, source, data }) => {
  if (origin !== location.origin || source !== parent || typeof data !== 'string') return;
  address = data;
  show();
});

const fields = await loadFields();
show = () => {
  const settings = fromAddress(address, fields);
  const scheme = settings.get(viewFields.scheme.key);
  document.documentElement.style.colorScheme = scheme ?? '';
  applySettings(widget, settings, fields);
};
show();
