// A page for photographs: direction and attributes of the widget come with the address.

import { findWidget } from '../widget.ts';

const { dir = 'ltr', ...attributes } = Object.fromEntries(new URLSearchParams(location.search));
document.documentElement.dir = dir;
const widget = findWidget();
for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
// In English words, laid out as Arabic is: what is clicked goes by its name.
if (dir === 'rtl') widget.strings = { language: 'ar' };
