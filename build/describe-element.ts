// The last step of the build: describes the element for other tools, from the analyzed source.

import { readFileSync, writeFileSync } from 'node:fs';
import { vsCodeData, webTypes } from './editor-data.ts';
import { frameworks, typesFor } from './framework-types.ts';
import { type Analyzed, elementOf, publicManifest } from './manifest.ts';

const path = 'dist/custom-elements.json';
const analyzed = JSON.parse(readFileSync(path, 'utf8')) as Analyzed;
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const element = elementOf(analyzed);

for (const [name, framework] of Object.entries(frameworks)) {
  writeFileSync(`dist/${name}.d.ts`, typesFor(framework, element));
}
writeJson('dist/vscode.html-custom-data.json', vsCodeData(element));
writeJson('dist/web-types.json', webTypes(element, version));
writeJson(path, publicManifest(analyzed, element));

function writeJson(to: string, data: unknown): void {
  writeFileSync(to, `${JSON.stringify(data, null, 2)}\n`);
}
