// Frames that are far longer than any: what is kept of them is bounded, and reading them takes no time to speak of.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toName } from '../../src/core/dialogue/assistant-name.ts';
import { parseAssistantSettings } from '../../src/core/dialogue/assistant-settings.ts';
import { parseToolArguments } from '../../src/core/dialogue/tool-output.ts';
import { toTranscriptEvents } from '../../src/telnyx/assistant-messages.ts';
import { toToolCalls } from '../../src/telnyx/read-tool-calls.ts';
import { RepeatedFrames } from '../../src/telnyx/repeated-frames.ts';

const long = 'a'.repeat(5_000_000);
const frameOf = (params: object) => ({ id: 1, method: 'ai_conversation', params });

/** Others may use the machine meanwhile: only the time of this process counts. */
function milliseconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}

describe('a frame that is very long', () => {
  it('is not kept to be compared with others, but a short one is', () => {
    const frames = new RepeatedFrames();
    const item = (text: string) =>
      frameOf({ type: 'conversation.item.created', item: { content: [{ text }] } });
    assert.deepEqual(
      [item('Hello'), item('Hello'), item(long), item(long)].map((frame) => frames.has(frame)),
      [false, true, false, false],
    );
  });

  it('gives no ids that are kept', () => {
    const delta = { type: 'response.text.delta', item_id: long, response_id: long, delta: 'Hi' };
    assert.deepEqual(toTranscriptEvents(frameOf(delta)), [
      {
        type: 'text-delta',
        id: null,
        responseId: null,
        role: 'assistant',
        kind: 'text',
        text: 'Hi',
      },
    ]);
    const deleted = frameOf({ type: 'conversation.item.deleted', item_id: long });
    assert.deepEqual(toTranscriptEvents(deleted), []);
  });

  it('calls no tool by an id or a name that none has', () => {
    const call = (fields: object) =>
      toToolCalls(
        frameOf({
          type: 'conversation.item.created',
          item: { type: 'function_call', call_id: 'call-1', name: 'open', ...fields },
        }),
      );
    assert.deepEqual(call({ call_id: long }), []);
    // The assistant waits for an answer, and is told that there is no such tool.
    assert.deepEqual(call({ name: long }), [{ callId: 'call-1', name: '', argumentsText: '' }]);
  });

  it('has no arguments that are longer than any', () => {
    const text = (length: number) => JSON.stringify({ text: 'a'.repeat(length) });
    assert.equal(parseToolArguments(text(900_000))?.['text'], 'a'.repeat(900_000));
    assert.equal(parseToolArguments(text(5_000_000)), null);
  });

  it('sets up so many tools, and no text that takes long to read', () => {
    const tools = Array.from({ length: 200_000 }, (_, index) => ({
      name: `tool-${index}`,
      timeout_ms: 1,
    }));
    const { toolTimeoutsMs } = parseAssistantSettings([{ tools }]);
    assert.equal(toolTimeoutsMs.size, 1000);
    const texts = { start_call_text: '\u0000 a'.repeat(2_000_000), agent_thinking_text: long };
    assert.ok(milliseconds(() => parseAssistantSettings([texts])) < 50);
    assert.ok(milliseconds(() => toName('\u200e a'.repeat(2_000_000))) < 50);
  });
});
