// `npm run pictures`: the pictures of the README and of docs/look.md: a call that moves, and scenes side by side.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { joinFrames, type StillPicture } from './join-frames.ts';
import { joinPictures } from './join-pictures.ts';
import { dark, light, lookAt, type Look } from './looks.ts';
import { movingCall } from './moving-call.ts';
import { type Scene, scenes } from './scenes.ts';
import { Studio } from './studio.ts';

const folder = join(import.meta.dirname, '../../demo/pictures');

/** The width of each picture in the row. */
const widthPx = 430;

interface Shot {
  readonly scene: string;
  readonly look: Look;
  readonly styles?: string;
}

/** Each theme is a few custom properties, as a site would set them. */
const themes = [
  `telnyx-ai-call { --telnyx-ai-call-accent: gold; --telnyx-ai-call-radius: 6px;
     --telnyx-ai-call-button-radius: 8px }`,
  `telnyx-ai-call { --telnyx-ai-call-accent: #5b2bd6; --telnyx-ai-call-surface: #f6f2ff;
     --telnyx-ai-call-font: Georgia, 'DejaVu Serif', serif; --telnyx-ai-call-radius: 28px }`,
  `telnyx-ai-call { --telnyx-ai-call-accent: #ff7a59; --telnyx-ai-call-surface: #0f172a;
     --telnyx-ai-call-danger: #fb7185; --telnyx-ai-call-panel-width: 300px }`,
] as const;

const pictures: Readonly<Record<string, readonly Shot[]>> = {
  'states.png': [
    { scene: 'idle', look: light },
    { scene: 'conversation', look: light },
    { scene: 'ended', look: light },
    { scene: 'conversation', look: dark },
  ],
  'themes.png': [
    { scene: 'conversation', look: light, styles: themes[0] },
    { scene: 'conversation', look: light, styles: themes[1] },
    { scene: 'conversation', look: dark, styles: themes[2] },
  ],
};

const studio = await Studio.open();
for (const [file, shots] of Object.entries(pictures)) {
  const images: string[] = [];
  for (const { scene, look, styles } of shots) {
    await studio.shoot(
      sceneCalled(scene),
      [look],
      async (page) => images.push(await page.screenshot({ encoding: 'base64' })),
      styles,
    );
  }
  const row = { widthPx, columns: images.length };
  await writeFile(join(folder, file), await joinPictures(studio.browser, images, row));
}
await takeMovingCall();
await studio.close();

async function takeMovingCall(): Promise<void> {
  const look = { ...light, scale: 1 };
  const taken: StillPicture[] = [];
  const scene: Scene = {
    ...sceneCalled('conversation'),
    show: async (visit) => {
      for await (const durationMs of movingCall(visit)) {
        await lookAt(visit.page, look);
        if (await visit.shows('connection is poor')) throw new Error('The machine is too busy.');
        taken.push({
          durationMs,
          file: await visit.page.screenshot({ type: 'webp', quality: 80 }),
        });
      }
    },
  };
  await studio.shoot(scene, [look], () => Promise.resolve());
  await joinFrames(join(folder, 'call.webp'), taken, look.viewport);
}

function sceneCalled(name: string): Scene {
  const scene = scenes.find((each) => each.name === name);
  if (!scene) throw new Error(`There is no scene "${name}".`);
  return scene;
}
