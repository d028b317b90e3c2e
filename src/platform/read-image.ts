// Makes an image of the visitor's fit to be shown and sent: drawn anew, of bearable size, without the
// file's metadata.

const longestSide = 1_280;

/** @throws whatever the browser throws for what is no image. */
export async function readImage(file: File): Promise<HTMLCanvasElement> {
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
