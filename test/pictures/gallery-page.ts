// Writes the gallery's page: a row for each scene, a picture for each look.

import type { Look } from './looks.ts';
import type { Scene } from './scenes.ts';

export function galleryPage(scenes: readonly Scene[], looks: readonly Look[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>telnyx-ai-call: every state, in every look</title>
<style>
  body { margin: 16px; background: #888; color: #000; font: 14px/1.4 system-ui, sans-serif; }
  nav { columns: 12em; }
  nav a { display: block; color: inherit; }
  section > div { display: flex; gap: 12px; overflow: auto; }
  figure { flex: none; margin: 0; }
  img { display: block; block-size: 480px; }
</style>
<h1>Every state, in every look</h1>
<nav>${scenes.map(({ name }) => `<a href="#${name}">${name}</a>`).join('')}</nav>
${scenes.map((scene) => row(scene, looks)).join('\n')}
</html>
`;
}

function row({ name }: Scene, looks: readonly Look[]): string {
  const figures = looks.map(
    (look) => `<figure><figcaption>${look.name}</figcaption>
<img loading="lazy" alt="${name}, ${look.name}" src="${name}-${look.name}.png"></figure>`,
  );
  return `<section><h2 id="${name}">${name}</h2><div>${figures.join('\n')}</div></section>`;
}
