// A page for photographs: attributes of the widget come with the address.

import { findWidget } from '../widget.ts';

const widget = findWidget();
for (const [name, value] of new URLSearchParams(location.search)) widget.setAttribute(name, value);
