// The control of a picture: an address, or a file that is made small and becomes the address itself.

import { html, type TemplateResult } from 'lit';
import type { Field } from '../fields/fields.ts';

/** Twice the size in which it is shown at most. */
const sizePx = 112;

export function pictureControl(
  field: Field,
  input: TemplateResult,
  set: (changes: Readonly<Record<string, string>>) => void,
): TemplateResult {
  const chosen = (event: Event) => {
    const { files } = event.target as HTMLInputElement;
    const [file] = files ?? [];
    if (!file) return;
    shrink(file).then(
      (address) => set({ [field.key]: address }),
      () => set({ [field.key]: file.name }),
    );
  };
  return html`<span class="with-picker"
    >${input}<label class="button"
      >Choose…
      <input
        type="file"
        class="unseen"
        accept="image/*"
        aria-label="${field.label}: choose a file"
        @change=${chosen} /></label
  ></span>`;
}

/** The middle of the picture, as a square. */
async function shrink(file: Blob): Promise<string> {
  const image = await createImageBitmap(file);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = sizePx;
  const side = Math.min(image.width, image.height);
  const left = (image.width - side) / 2;
  const top = (image.height - side) / 2;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot paint.');
  context.drawImage(image, left, top, side, side, 0, 0, sizePx, sizePx);
  return canvas.toDataURL('image/webp', 0.85);
}
