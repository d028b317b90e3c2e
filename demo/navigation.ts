// The list of the demo pages, and the links between them.

import { find } from './widget.ts';

export const pages = [
  {
    file: 'studio/index.html',
    title: 'Studio',
    shows: 'Your colours, your words, and the code for your site, in five steps.',
  },
  { file: 'index.html', title: 'Start', shows: 'A call, and what can go wrong with one.' },
  {
    file: 'conversation.html',
    title: 'Conversation',
    shows: 'Read along, and type what you would rather not say.',
  },
  {
    file: 'chat.html',
    title: 'Typing',
    shows: 'Type first, call later, in one conversation.',
  },
  {
    file: 'caller/index.html',
    title: 'Who is calling',
    shows: 'A form of the page before the first call, and consent by the widget or by a banner.',
  },
  { file: 'tools.html', title: 'Tools', shows: 'The assistant opens products and fills a form.' },
  { file: 'resume.html', title: 'Resume', shows: 'The next call goes on where this one stopped.' },
  {
    file: 'login/index.html',
    title: 'Login by token',
    shows: 'A site with users: each calls as who they are.',
  },
  {
    file: 'check/index.html',
    title: 'Check',
    shows: 'Does it work with your assistant? A list that says what to change.',
  },
  {
    file: 'timeline.html',
    title: 'Timeline',
    shows: "Where the time of a call's start goes.",
  },
  { file: 'events.html', title: 'Events', shows: 'Everything the widget tells the page.' },
] as const;

/** Fills the page's `<nav>`. */
export function showNavigation(): void {
  const list = document.createElement('ul');
  for (const { file, title } of pages) {
    const link = createLink(file, title);
    if (isThisPage(file)) link.setAttribute('aria-current', 'page');
    list.append(itemOf(link));
  }
  find(HTMLElement, 'nav').append(list);
}

export function isThisPage(file: string): boolean {
  return urlOf(file).pathname === location.pathname.replace(/\/$/, '/index.html');
}

export function createLink(file: string, title: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = urlOf(file).href;
  link.textContent = title;
  return link;
}

export function itemOf(...content: readonly (Node | string)[]): HTMLLIElement {
  const item = document.createElement('li');
  item.append(...content);
  return item;
}

/** The address relative to this module. The page itself may be in a subfolder. */
function urlOf(file: string): URL {
  return new URL(file, import.meta.url);
}
