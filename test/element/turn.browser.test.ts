// Whose turn it is: shown in words, as custom states, and by the meter.

import { expect } from '@open-wc/testing';
import { emulateMedia } from '../browser/commands.ts';
import { delta, done, ended, heard, started } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { until } from '../support/until.ts';

type Turn = 'listening' | 'thinking' | 'speaking';

const turns: readonly Turn[] = ['listening', 'thinking', 'speaking'];

function turnsOf(page: CallPage): Turn[] {
  return turns.filter((turn) => page.element.matches(`:state(${turn})`));
}

async function isTurn(page: CallPage, turn: Turn, words: string): Promise<void> {
  await until(
    () => turnsOf(page).join() === turn,
    () => `${turnsOf(page).join()}, not ${turn}: ${page.text}`,
  );
  await page.reads(words);
}

describe("the assistant's turn", () => {
  afterEach(() => localStorage.clear());

  it('is told from its messages, in words and as a state', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    expect(turnsOf(page)).to.be.empty;
    await page.startCall();
    await isTurn(page, 'listening', 'You can talk now');
    await page.receives(heard('Well?'));
    await isTurn(page, 'thinking', 'Thinking…');
    await page.receives(started('r1'), delta('r1', 'Well'));
    await isTurn(page, 'speaking', 'Speaking…');
    expect(page.text).to.include('Speak to interrupt');
    await page.receives(done('r1', 'Well.'), ended('r1'));
    await isTurn(page, 'listening', 'You can talk now');
    expect(page.text).not.to.include('Speak to interrupt');
    await page.endCall();
    expect(turnsOf(page)).to.be.empty;
  });

  it('is told from its sound, for as long as it can be heard', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet.tone=440');
    await page.startCall();
    await isTurn(page, 'speaking', 'Speaking…');
    const [bar] = [page.find('[part="meter"] rect:nth-child(3)')];
    await until(() => Number(bar.getAttribute('height')) > 4);
    await page.endCall();
  });

  it('is drawn by a meter that a visitor who wants less motion does not see', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    await page.startCall();
    await isTurn(page, 'listening', 'You can talk now');
    const meter = page.find('[part="meter"]');
    expect(meter.checkVisibility()).to.equal(true);
    // The fake microphone beeps.
    const middle = page.find('[part="meter"] rect:nth-child(3)');
    const seen = new Set<string | null>();
    await until(() => seen.add(middle.getAttribute('height')).size > 2);
    await emulateMedia({ reducedMotion: 'reduce' });
    expect(meter.checkVisibility()).to.equal(false);
    await page.endCall();
  });

  it('can be interrupted by typing when the microphone is off', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    await page.startCall();
    await page.receives(started('r1'));
    await page.reads('Speak to interrupt');
    page.element.mute();
    await page.reads('Type to interrupt');
    page.element.noText = true;
    await until(() => !page.text.includes('to interrupt'));
    await page.endCall();
  });

  it('keeps the state of a microphone that is off', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    await page.startCall();
    page.element.mute();
    await until(() => page.element.matches(':state(muted)'));
    await page.endCall();
    expect(page.element.matches(':state(muted)')).to.equal(false);
  });
});
