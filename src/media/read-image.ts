// Makes an image of the visitor's fit to be shown and sent: drawn anew, of bearable size, without the
// file's metadata.

/** Larger files are not even opened, in megabytes. */
export const imageLimitMb = 10;

const longestSide = 1_280;
const quality = 0.85;

export class ImageTooLarge extends Error {}

/** @throws {ImageTooLarge}, or whatever the browser throws for what is no image. */
export async function readImage(file: File): Promise<HTMLCanvasElement> {
  if (file.size > imageLimitMb * 1_000_000) throw new ImageTooLarge(file.name);
  const image = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas can be drawn on.');
  // A JPEG knows no transparency: it would come out black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return canvas;
}

/** @returns a `data:` URL. */
export function encodeImage(image: HTMLCanvasElement): string {
  return image.toDataURL('image/jpeg', quality);
}
