// Writes the project's documents as plain pages, with a list of links between them.

import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { Marked } from 'marked';

const root = join(import.meta.dirname, '../..');

interface Document {
  /** Where the text is in the project, such as "docs/design.md". */
  readonly path: string;
  readonly page: string;
  readonly title: string;
  readonly markdown: string;
}

export async function writeDocuments(folder: string): Promise<void> {
  const documents = await readDocuments();
  await mkdir(folder, { recursive: true });
  for (const document of documents) {
    const pictures = new Set<string>();
    const html = pageOf(document, documents, pictures);
    await writeFile(join(folder, document.page), html);
    for (const picture of pictures) {
      await mkdir(dirname(join(folder, picture)), { recursive: true });
      await cp(join(root, picture), join(folder, picture));
    }
  }
}

async function readDocuments(): Promise<readonly Document[]> {
  const inDocs = (await readdir(join(root, 'docs'))).filter((name) => name.endsWith('.md')).sort();
  const paths = ['README.md', ...inDocs.map((name) => `docs/${name}`), 'CONTRIBUTING.md'];
  return Promise.all(
    [...paths, 'CHANGELOG.md'].map(async (path) => {
      const markdown = await readFile(join(root, path), 'utf8');
      const title = /^# (.*)$/m.exec(markdown)?.[1]?.replaceAll('`', '') ?? path;
      const name = posix.basename(path, '.md').toLowerCase();
      return { path, page: `${name === 'readme' ? 'index' : name}.html`, title, markdown };
    }),
  );
}

/** @param pictures gets the paths of all pictures that the page shows. */
function pageOf(document: Document, all: readonly Document[], pictures: Set<string>): string {
  const pathOf = (link: string): string => posix.join(posix.dirname(document.path), link);
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const words = this.parser.parseInline(tokens);
        return `<h${depth} id="${anchorOf(text)}">${words}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        if (/^(https?:|#)/.test(href)) return `<a href="${escape(href)}">${words}</a>`;
        const [path = '', anchor] = href.split('#');
        const page = all.find((each) => each.path === pathOf(path))?.page;
        // What is no document is in the source only.
        if (page === undefined) return words;
        return `<a href="${page}${anchor === undefined ? '' : `#${anchor}`}">${words}</a>`;
      },
      image({ href, text }) {
        if (/^https?:/.test(href)) return escape(text);
        const path = pathOf(href);
        pictures.add(path);
        return `<img src="${path}" alt="${escape(text)}" />`;
      },
    },
  });
  const links = all.map(({ page, title }) => {
    const here = page === document.page ? ' aria-current="page"' : '';
    return `<li><a href="${page}"${here}>${escape(title)}</a></li>`;
  });
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escape(document.title)} · telnyx-ai-call</title>
    <link rel="icon" href="data:," />
    <style>${styles}</style>
  </head>
  <body>
    <nav aria-label="Documents">
      <ul>
        <li><a href="../index.html">Demo</a></li>
        ${links.join('\n        ')}
      </ul>
    </nav>
    <main>
${marked.parse(document.markdown, { async: false })}
    </main>
  </body>
</html>
`;
}

/** The anchor of a heading, made as GitHub and npm make it. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const styles = `
  body { max-inline-size: 60rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; }
  nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding: 0; list-style: none; }
  nav [aria-current] { font-weight: bold; text-decoration: none; }
  img { max-inline-size: 100%; block-size: auto; }
  pre, table { overflow-x: auto; display: block; }
  pre { padding: 0.75rem; border: 1px solid #8886; border-radius: 0.5rem; }
  td, th { padding: 0.25rem 0.5rem; border: 1px solid #8886; text-align: start; vertical-align: top; }
`;
