// How the documents become a site: `npm run build:site`. It has no request to any other host, and finds its folder
// itself.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitepress';
import { accessibleSearch } from './accessible-search.ts';
import { addressOf, base, folderFromData, tellFolder } from './any-folder.ts';
import { anchorOf, linkPages } from './link-pages.ts';
import { chapters, documents, pageOf } from './reading-order.ts';

const root = join(import.meta.dirname, '../..');

/** Their tables need the room of the list of headings. */
const widePages = ['reference.md', 'faults.md'];

const forgotten = readdirSync(join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`)
  .filter((path) => !documents.includes(path));
if (forgotten.length > 0) throw new Error(`Not in the reading order: ${forgotten.join(', ')}`);

export default defineConfig({
  title: 'telnyx-ai-call',
  description: 'One tag, and a visitor of your page talks to your Telnyx AI assistant.',
  lang: 'en',
  base,
  srcDir: '..',
  srcExclude: ['{bench,build,demo,dist,gateway,server,src,test,site-dist,coverage}/**'],
  rewrites: Object.fromEntries(documents.map((path) => [path, pageOf(path)])),
  cacheDir: '../.cache/vitepress',
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  // A page loads what it shows, and no more.
  router: { prefetchLinks: false },
  transformHtml: tellFolder,
  transformPageData: ({ relativePath }) =>
    widePages.includes(relativePath) ? { frontmatter: { aside: false } } : undefined,
  vite: {
    configFile: false,
    logLevel: 'warn',
    plugins: [folderFromData, accessibleSearch],
    experimental: { renderBuiltUrl: addressOf },
  },
  markdown: {
    anchor: { slugify: anchorOf },
    attrs: { disable: true },
    config: linkPages,
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  themeConfig: {
    nav: [
      // Pages of their own, beside this folder.
      { text: 'Studio', link: '../studio/index.html', target: '_self' },
      { text: 'Demo', link: '../index.html', target: '_self' },
    ],
    sidebar: chapters.map(({ title, documents: listed }) => ({
      text: title,
      items: Object.entries(listed).map(([path, text]) => ({
        text,
        link: `/${pageOf(path).replace(/(index)?\.md$/, '')}`,
      })),
    })),
    outline: [2, 3],
    search: { provider: 'local', options: { detailedView: false } },
  },
});
