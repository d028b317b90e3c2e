// Makes an image of the visitor's fit to be sent: a JPEG of bearable size, without the file's metadata.

/** Larger files are not even opened, in megabytes. */
export const imageLimitMb = 10;

const longestSide = 1_280;
const quality = 0.85;

export class ImageTooLarge extends Error {}

/** @throws {ImageTooLarge}, or whatever the browser throws for what is no image. */
export async function readImage(file: File): Promise<ImageBitmap> {
  if (file.size > imageLimitMb * 1_000_000) throw new ImageTooLarge(file.name);
  const image = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
  if (scale === 1) return image;
  const resizeWidth = Math.round(image.width * scale);
  const resizeHeight = Math.round(image.height * scale);
  return createImageBitmap(image, { resizeWidth, resizeHeight, resizeQuality: 'high' });
}

/** @returns a `data:` URL. */
export function encodeImage(image: ImageBitmap): string {
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext('2d');
  if (!context) return '';
  // JPEG knows no transparency: it would come out black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0);
  return canvas.toDataURL('image/jpeg', quality);
}
