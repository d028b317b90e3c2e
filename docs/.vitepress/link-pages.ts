// Links between documents, as they are written for the project's files, lead to the pages of the site. A link to what
// is no document is text only: the site does not have it.

import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { documents, pageOf } from './reading-order.ts';

const root = join(import.meta.dirname, '../..');

interface Environment {
  readonly path: string;
  /** Where the document is, when `path` is that of its page. */
  readonly realPath?: string;
}

export function linkPages(md: MarkdownRenderer): void {
  md.core.ruler.push('link-pages', ({ tokens, env }) => {
    const { path, realPath = path } = env as Environment;
    for (const token of tokens) {
      let removes = false;
      token.children = (token.children ?? []).filter((child) => {
        if (child.type === 'link_open') {
          const href = pageLink(String(child.attrGet('href')), realPath);
          removes = href === undefined;
          if (href !== undefined) child.attrSet('href', href);
          return !removes;
        }
        return child.type !== 'link_close' || !removes;
      });
    }
  });
}

/** @returns nothing for a link that leads to no page. */
function pageLink(href: string, from: string): string | undefined {
  if (/^(https?:|#)/.test(href)) return href;
  const [file = '', anchor] = href.split('#');
  const path = relative(root, join(dirname(from), file));
  if (!existsSync(join(root, path))) throw new Error(`${from}: ${href} leads nowhere.`);
  if (!documents.includes(path)) return undefined;
  return `./${pageOf(path)}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** The anchor of a heading, made as GitHub and npm make it. */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
