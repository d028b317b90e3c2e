// A rendering is a function of what is there: another one with the same changes nothing, and what one that
// fails was about to tell, the next one tells.

import { expect } from '@open-wc/testing';
import { said } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { listen } from '../support/listen.ts';
import { replace } from '../support/replace.ts';
import { scripted } from '../support/scripted-page.ts';
import { ScriptedChat } from '../support/scripted-chat.ts';
import { until } from '../support/until.ts';

const scenario = 'assistant-demo.script=quiet';
const refusal = 'The page lets nothing in.';
const face = { assistantName: 'Ada', greeting: 'Hello!', prompts: ['When are you open?'] };

afterEach(() => localStorage.clear());

/** Renders twice. @returns what changed by it: nodes, attributes, texts, events and files. */
async function changesByRendering({ element, root }: Rendered): Promise<readonly unknown[]> {
  const observer = new MutationObserver(() => {});
  const all = { attributes: true, characterData: true, childList: true, subtree: true };
  observer.observe(root, all);
  const files = performance.getEntriesByType('resource').length;
  let events = 0;
  const count = () => (events += 1);
  element.addEventListener('telnyx-panel', count);
  element.addEventListener('telnyx-transcript', count);
  for (let times = 0; times < 2; times += 1) {
    element.requestUpdate();
    await element.updateComplete;
  }
  const changes = observer.takeRecords().map(({ type, target }) => `${type} of ${target.nodeName}`);
  observer.disconnect();
  const fetched = performance.getEntriesByType('resource').slice(files);
  return [
    ...changes,
    ...fetched.map(({ name }) => name),
    ...Array<string>(events).fill('an event'),
  ];
}

/** What a rendering throws fails no test. */
function renderQuietly(element: CallPage['element']): void {
  const { performUpdate } = element as unknown as { performUpdate: () => void };
  Reflect.set(element, 'performUpdate', () => {
    try {
      performUpdate.call(element);
    } catch (thrown) {
      if (!String(thrown).includes(refusal)) throw thrown;
    }
  });
}

interface Rendered {
  readonly element: CallPage['element'];
  readonly root: ShadowRoot;
}

function renderedOf({ element }: CallPage): Rendered {
  if (!element.shadowRoot) throw new Error('Nothing is rendered.');
  return { element, root: element.shadowRoot };
}

it('a launcher with all that a page may ask of it stays as it is', async () => {
  const page = await CallPage.open(scenario, { ...face, launcher: 'card', dismissible: true });
  await page.buttonAppears('Hide this button');
  expect(await changesByRendering(renderedOf(page))).to.deep.equal([]);
});

it('a greeting and prompts stay as they are, and are told once', async () => {
  const site = new ScriptedChat();
  const page = await CallPage.open('assistant-demo', { ...scripted, ...face });
  await page.click('Talk to Ada');
  await page.buttonAppears('When are you open?');
  const told = listen(page);
  expect(await changesByRendering(renderedOf(page))).to.deep.equal([]);
  expect(page.readOut).to.equal('Ada: Hello!');
  expect(told).to.deep.equal([]);
  site.restore();
});

it('answers of a call that has ended stay as they are, and are told once', async () => {
  const page = await CallPage.open(scenario, face);
  await page.startCall();
  await page.receives(said('One.'), said('Two.'));
  await until(
    () => page.readOut.endsWith('Ada: Two.'),
    () => page.readOut,
  );
  await page.endCall();
  await page.isWhole();
  const told = listen(page);
  expect(await changesByRendering(renderedOf(page))).to.deep.equal([]);
  expect(told).to.deep.equal([]);
});

it('what a rendering that fails was about to tell, the next one tells, once and in order', async () => {
  const page = await CallPage.open(scenario);
  await page.startCall();
  await page.isWhole();
  const told = listen(page);
  const { insertBefore } = Node.prototype;
  renderQuietly(page.element);
  const failed = new Promise<void>((resolve) => {
    const restore = replace(Node.prototype, 'insertBefore', function (this: Node, node, child) {
      if (!node.textContent?.includes('One.')) return insertBefore.call(this, node, child) as never;
      restore();
      resolve();
      throw new Error(refusal);
    });
  });
  await page.receives(said('One.'));
  await failed;
  await page.receives(said('Two.'));
  await until(
    () => told.length === 2,
    () => told.join(),
  );
  expect(told).to.deep.equal(['One.', 'Two.']);
  await page.endCall();
});
