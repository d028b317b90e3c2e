// The page of a site with users: who is signed in, and which tokens come.

import { itemOf, showNavigation } from '../navigation.ts';
import { find, findWidget } from '../widget.ts';
import { readLogins, type TokenLogin } from './gateway-logins.ts';
import { changeUser, readSession, type SiteSession, type User } from './site-session.ts';

const lookAgainMs = 1000;
const openedAtMs = Date.now();

showNavigation();
const widget = findWidget();
const log = find(HTMLElement, '#log');
const status = find(HTMLElement, '#user');

const session = await readSession();
if (session) begin(session);
else doWithout();

function begin(first: SiteSession): void {
  // The site's server accepts sign-ins only from pages at its own address.
  if (location.hostname === 'localhost') location.hostname = '127.0.0.1';
  showUsers(first);
  logRequests();
  logLogins();
  widget.addEventListener('telnyx-conversation', ({ detail: { conversationId, source } }) => {
    if (conversationId !== null) note(`conversation ${conversationId} (from: ${source ?? '–'})`);
  });
}

/** Nobody can sign in or call here, so nothing is offered that would not work. */
function doWithout(): void {
  widget.remove();
  status.textContent =
    'This page needs the site’s server: run npm start. If you have, it says there why the server did not start.';
}

function showUsers({ user, users }: SiteSession): void {
  const buttons = users.map((each) => createButton(`Sign in as ${each.name}`, each));
  find(HTMLElement, '#users').replaceChildren(...buttons, createButton('Sign out', null));
  status.textContent = user ? `You are ${user.name}. ${rightOf(user)}` : 'You are nobody: 401.';
}

function rightOf({ mayCall }: User): string {
  return mayCall ? 'You have a credential, or get one with your first call.' : 'You get none: 404.';
}

function createButton(label: string, user: User | null): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', () => {
    change(user).catch((error: unknown) => {
      status.textContent = `That did not work. ${String(error)}`;
    });
  });
  return button;
}

/** Signs a user in or out. The next user of the same browser must not get the last one's conversation. */
async function change(user: User | null): Promise<void> {
  await widget.hangUp();
  widget.forgetConversation();
  await changeUser(user);
  const session = await readSession();
  if (session) showUsers(session);
}

function logRequests(): void {
  const observer = new PerformanceObserver((list) => {
    for (const { name, responseStatus } of list.getEntries() as PerformanceResourceTiming[]) {
      const { pathname } = new URL(name);
      if (pathname.startsWith('/api/telnyx-')) note(`${pathname} answered ${responseStatus}`);
    }
  });
  observer.observe({ type: 'resource' });
}

function logLogins(): void {
  let shown = 0;
  const look = async (): Promise<void> => {
    const logins = await readLogins(widget.gatewayUrl, openedAtMs);
    for (const login of logins.slice(shown)) note(wordsOf(login));
    shown = logins.length;
    const last = logins.at(-1);
    if (last) find(HTMLElement, '#token').textContent = remainderOf(last);
  };
  setInterval(() => {
    if (!document.hidden) void look();
  }, lookAgainMs);
}

function wordsOf({ ending, isRefresh }: TokenLogin): string {
  return `the gateway was given token …${ending}, ${isRefresh ? 'over the open socket' : 'as login'}`;
}

function remainderOf({ ending, endsAtMs }: TokenLogin): string {
  const seconds = Math.round((endsAtMs - Date.now()) / 1000);
  const end = seconds > 0 ? `ends in ${seconds} s` : 'has ended';
  return `The gateway's token is …${ending}, which ${end}.`;
}

function note(words: string): void {
  const time = document.createElement('time');
  time.textContent = new Date().toLocaleTimeString();
  log.prepend(itemOf(time, ` ${words}`));
}
