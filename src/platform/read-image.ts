// Prepares an image of the visitor for showing and sending: it is redrawn at a limited size,
// without the file's metadata.

const longestSide = 1_280;

/** @throws whatever the browser throws if the file is no image. */
export async function readImage(file: File): Promise<HTMLCanvasElement> {
  const image = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  // A line that is a pixel thin stays one.
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas can be drawn on.');
  // A JPEG has no transparency, so transparent parts would become black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return canvas;
}
