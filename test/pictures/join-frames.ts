// Puts pictures one after the other, as one that moves.

import webp from 'node-webpmux';

export interface StillPicture {
  /** A WebP file. */
  readonly file: Uint8Array;
  readonly durationMs: number;
}

export async function joinFrames(
  path: string,
  pictures: readonly StillPicture[],
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  const frames = await Promise.all(
    pictures.map(({ file, durationMs }) =>
      webp.Image.generateFrame({ buffer: Buffer.from(file), delay: durationMs }),
    ),
  );
  await webp.Image.save(path, { ...size, frames, loops: 0 });
}
