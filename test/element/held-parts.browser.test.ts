// Code that is asked for and never comes, of parts that a page or a visitor can do without: what waits for it goes on
// without it, says so, and uses it when it comes after all.

import { expect } from '@open-wc/testing';
import { toolCall } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { holdCodeBack } from '../support/late-code.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

const quiet = 'assistant-demo.script=quiet';
const soon = { waitLimitsMs: { code: 2_000 } };

it('a launcher that is to have more than a label is shown without it', async () => {
  const letItCome = holdCodeBack('launcher-extras');
  const page = await CallPage.open(quiet, { dismissible: true }, { codeAhead: false });
  await page.buttonAppears('Talk to the assistant');
  expect(page.buttons).to.deep.equal(['Talk to the assistant']);
  await letItCome();
  await until(() => page.buttons.length === 2);
});

it('a tool fails, and the console says which; the next call of it runs', async () => {
  const lines: string[] = [];
  const restore = replace(console, 'error', (...words: unknown[]) => {
    lines.push(words.map(String).join(' '));
  });
  const letItCome = holdCodeBack('page-tools');
  const page = await CallPage.open(quiet, soon);
  page.element.registerTool('show', () => 'shown');
  await page.startCall();
  await page.receives(toolCall('show', {}));
  const { received } = await page.gatewayHas('function_call_output');
  expect(JSON.stringify(received)).to.include('handler_error');
  expect(lines.filter((line) => line.includes('"show"'))).to.have.length(1);
  await letItCome();
  await import('../../src/assistant/page-tools.ts');
  await page.receives(toolCall('show', {}));
  const again = await page.gatewayHas('function_call_output', { count: 2 });
  expect(JSON.stringify(again.received)).to.include('shown');
  restore();
  await page.endCall();
});

it('a picture that cannot be read for want of code is told, and can be added again', async () => {
  const letItCome = holdCodeBack('read-image');
  const page = await CallPage.open(quiet);
  await page.startCall();
  await addPicture(page);
  await page.reads('Something went wrong. Please try again.');
  await letItCome();
  await addPicture(page);
  await page.buttonAppears('Remove the image');
  expect(page.text).not.to.include('went wrong');
  await page.endCall();
});

async function addPicture(page: CallPage): Promise<void> {
  const canvas = document.createElement('canvas');
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  const data = new DataTransfer();
  data.items.add(new File([blob ?? ''], 'image.png', { type: 'image/png' }));
  const picker = page.field('Add an image') as HTMLInputElement;
  picker.files = data.files;
  picker.dispatchEvent(new Event('change', { bubbles: true }));
}
