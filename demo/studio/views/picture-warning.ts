// What stands below the assistant's picture: where it can hardly be seen.

import { html, type TemplateResult } from 'lit';
import type { Rgba } from '../contrast/contrast.ts';
import { type Scheme, schemes } from '../contrast/measure-contrast.ts';
import { isHardlySeen, type PictureMeter } from '../contrast/picture-meter.ts';
import type { Settings } from '../fields/fields.ts';

/** Where the element shows the picture, and the colour behind it. */
const places = [
  { where: 'in the panel', paper: '--touched', isShown: () => true },
  {
    where: 'on the button',
    paper: '--accent',
    isShown: (settings: Settings) => settings.get('launcher') === 'avatar',
  },
  {
    where: 'on the card',
    paper: '--accent',
    isShown: (settings: Settings) => settings.get('launcher') === 'card',
  },
];

export function pictureWarning(
  settings: Settings,
  pictures: PictureMeter,
  colours: { bytesOf(property: string, scheme: Scheme): Rgba },
): TemplateResult | undefined {
  const address = settings.get('avatar');
  const picture = address === undefined ? undefined : pictures.look(address);
  if (picture === undefined) return undefined;
  if (picture === 'missing') {
    return html`<p id="avatar-contrast" class="doubt">No picture lies there.</p>`;
  }
  if (picture === 'closed') {
    return html`<p id="avatar-contrast" class="quiet">
      The studio may not read this picture. See for yourself in the preview, light and dark.
    </p>`;
  }
  const theme = settings.get('theme');
  const shown = schemes.filter((scheme) => theme === undefined || theme === scheme);
  const poor = places.flatMap(({ where, paper, isShown }) => {
    const bad = shown.filter((scheme) => isHardlySeen(picture, colours.bytesOf(paper, scheme)));
    return isShown(settings) && bad.length > 0 ? [`${where} (${bad.join(' and ')})`] : [];
  });
  if (poor.length === 0) return undefined;
  return html`<p id="avatar-contrast" class="doubt">
    What is transparent shows the colour behind it. The picture can hardly be seen
    ${poor.join(', ')}.
  </p>`;
}
