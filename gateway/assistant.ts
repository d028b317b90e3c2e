// The assistant's side of a conversation: it greets, listens for turns, and answers in speech and text.
// It works with samples and `ai_conversation` params. It must not know sockets, SDP or codecs.
import { AnswerTiming } from './answer-timing.ts';
import { FRAME_MS, frameLength } from './audio/frames.ts';
import { VoiceActivity } from './audio/voice-activity.ts';
import { callerName } from './answers/caller-name.ts';
import * as messages from './conversation-messages.ts';
import type { Conversation } from './conversations.ts';
import { type Fields, fieldsOf, textOf } from './fields.ts';
import type { AnswerRecord } from './records.ts';
import type { Scenario } from './scenario.ts';
import { lineText, type LineId } from './speech/speech-lines.ts';
import { Utterance } from './speech/utterance.ts';
import { typedAnswer } from './answers/typed-answer.ts';
import { wordsOf } from './answers/words.ts';

export interface AssistantPort {
  readonly scenario: Scenario;
  readonly conversation: Conversation;
  readonly isResumed: boolean;
  readonly sampleRate: number;
  /** The recorded line, at that rate. */
  clip(line: LineId): Int16Array;
  tell(params: Fields): void;
  takeLeave(): void;
}

interface Speaking {
  readonly responseId: string;
  readonly utterance: Utterance;
  readonly beganAtMs: number;
  readonly whenDone: () => void;
}

const SPOKEN_ANSWERS: readonly LineId[] = ['about', 'hours', 'price', 'not-understood'];
const SPEECH_THAT_INTERRUPTS_MS = 400;
/** A fake microphone beeps every second. The assistant must not answer each beep. */
const SHORTEST_TIME_BETWEEN_ANSWERS_MS = 5000;

/** "Speech markup" in docs/telnyx.md; the second is one of another maker's voices. */
const marks = { none: '', known: '[laughter] ', new: '[whispers] ' };

export class Assistant {
  readonly #port: AssistantPort;
  readonly #callerVoice: VoiceActivity;
  readonly #timing: AnswerTiming;
  #speaking: Speaking | undefined;
  #hasSpoken = false;
  #turns = 0;
  #elapsedMs = 0;
  #answeredAtMs = -SHORTEST_TIME_BETWEEN_ANSWERS_MS;

  constructor(port: AssistantPort) {
    this.#port = port;
    const { answerAfterMs } = port.scenario;
    this.#callerVoice = new VoiceActivity(answerAfterMs);
    this.#timing = new AnswerTiming(port.sampleRate, answerAfterMs);
  }

  get turns(): number {
    return this.#turns;
  }

  get answers(): readonly AnswerRecord[] {
    return this.#timing.answers;
  }

  /** Greets the caller, unless the assistant has already answered a typed message. */
  greet(): void {
    if (this.#isQuiet || this.#hasSpoken) return this.callTool('greeting');
    const name = this.#port.isResumed && callerName(this.#port.conversation.messages);
    const byName = name ? `Hello ${name}, let us go on where we stopped.` : undefined;
    this.say(this.#port.isResumed ? 'welcome-back' : 'greeting', byName, () =>
      this.callTool('greeting'),
    );
  }

  /** Says a line and writes its text, or the text given. What is being said at that moment is cut off. */
  say(line: LineId, text = lineText(line), whenDone: () => void = () => undefined): void {
    this.#stopSpeaking('cancelled');
    this.#hasSpoken = true;
    const { scenario, conversation } = this.#port;
    const responseId = crypto.randomUUID();
    const utterance = new Utterance(marks[scenario.marks] + text, this.#port.clip(line));
    this.#speaking = { responseId, utterance, beganAtMs: Date.now(), whenDone };
    const announcedId = scenario.idForm === 'response' ? conversation.id : undefined;
    this.#port.tell(messages.responseCreated(responseId, announcedId));
  }

  /** Returns the next 20 ms of the assistant's voice. */
  nextFrame(rtpTimestamp: number): Int16Array {
    this.#elapsedMs += FRAME_MS;
    const length = frameLength(this.#port.sampleRate);
    if (!this.#speaking) return new Int16Array(length);
    const { responseId, utterance } = this.#speaking;
    const delay = this.#timing.delayOfNextFrame(length);
    if (delay === length) return new Int16Array(length);
    const { samples, words } = utterance.next(length, delay);
    this.#timing.sent(samples, rtpTimestamp);
    if (words !== '') this.#port.tell(messages.textDelta(responseId, words));
    if (utterance.isDone) this.#stopSpeaking('completed');
    return samples;
  }

  /** Takes the next 20 ms of the caller's voice. */
  hear(samples: Int16Array): void {
    const turnMs = this.#callerVoice.hear(samples);
    if (this.#callerVoice.isLoud) this.#timing.callerHeard(samples);
    if (this.#isQuiet) return;
    if (this.#speaking) {
      if (this.#callerVoice.speechMs > SPEECH_THAT_INTERRUPTS_MS) this.#stopSpeaking('cancelled');
      return;
    }
    if (turnMs !== undefined && this.#hasRested) this.#answerSpeech(turnMs);
  }

  /** Takes a typed message, a tool's result, or any other item that the client sends. */
  read(item: Fields): void {
    if (item.type === 'function_call_output') {
      const output = textOf(item.output) ?? '';
      if (!this.#isQuiet) this.say('tool-result', `${lineText('tool-result')} It said: ${output}`);
    }
    if (item.type === 'message') this.#answerTyped(item);
  }

  /** Call this when the call has ended. A sentence that was cut off is remembered as far as it was said. */
  callEnded(): void {
    if (!this.#speaking) return;
    const { utterance, beganAtMs } = this.#speaking;
    this.#speaking = undefined;
    if (utterance.spokenText !== '') this.#remember('assistant', utterance.spokenText, beganAtMs);
  }

  #answerSpeech(turnMs: number): void {
    const transcript = `(spoken for ${(turnMs / 1000).toFixed(1)} s)`;
    this.#answeredAtMs = this.#elapsedMs;
    this.#turns += 1;
    this.#remember('user', transcript);
    this.#port.tell(messages.userSpoke(transcript));
    const { byeOnTurn } = this.#port.scenario;
    if (byeOnTurn !== undefined && this.#turns >= byeOnTurn) return this.#sayGoodbye();
    this.#timing.turnEnded();
    this.say(SPOKEN_ANSWERS[(this.#turns - 1) % SPOKEN_ANSWERS.length] ?? 'not-understood');
  }

  #answerTyped(item: Fields): void {
    const text = typedText(item.content);
    this.#remember('user', text);
    if (this.#isQuiet) return;
    this.#port.tell(messages.userTyped(textOf(item.id) ?? crypto.randomUUID(), item.content));
    const word = this.#port.scenario.byeOnWord?.toLowerCase();
    if (word !== undefined && text.toLowerCase().includes(word)) return this.#sayGoodbye();
    if (this.#callToolAbout(text)) return;
    const answer = typedAnswer(text);
    this.say(answer.line, answer.text);
  }

  #sayGoodbye(): void {
    this.say('goodbye', undefined, () => this.#port.takeLeave());
  }

  /** Calls the scenario's tool, if this is the moment for it. */
  callTool(moment: Scenario['toolMoment']): void {
    const { tool, toolArguments, toolMoment } = this.#port.scenario;
    if (tool === undefined || moment !== toolMoment) return;
    this.#port.tell(messages.functionCall(tool, toolArguments));
  }

  /** Calls the tool that the message asks for, if any. The assistant answers when the result is there. */
  #callToolAbout(message: string): boolean {
    const words = wordsOf(message);
    const { toolsByWord } = this.#port.scenario;
    const call = Object.entries(toolsByWord).find(([word]) => words.includes(word))?.[1];
    if (call) this.#port.tell(messages.functionCall(call.tool, call.arguments));
    return call !== undefined;
  }

  #stopSpeaking(status: 'completed' | 'cancelled'): void {
    if (!this.#speaking) return;
    const { responseId, utterance, beganAtMs, whenDone } = this.#speaking;
    this.#speaking = undefined;
    this.#remember('assistant', utterance.spokenText, beganAtMs);
    this.#port.tell(messages.textDone(responseId, utterance.spokenText));
    this.#port.tell(messages.responseDone(responseId, status));
    whenDone();
  }

  #remember(role: 'user' | 'assistant', text: string, at = Date.now()): void {
    this.#port.conversation.messages.push({ role, text, at });
  }

  get #hasRested(): boolean {
    if (this.#port.scenario.answerAfterMs !== undefined) return true;
    return this.#elapsedMs - this.#answeredAtMs >= SHORTEST_TIME_BETWEEN_ANSWERS_MS;
  }

  get #isQuiet(): boolean {
    return this.#port.scenario.script === 'quiet';
  }
}

/** The text of a message's content. The content is a string, or parts of which some hold text. */
function typedText(content: unknown): string {
  if (!Array.isArray(content)) return textOf(content) ?? '';
  const parts: readonly unknown[] = content;
  return parts.map((part) => textOf(fieldsOf(part).text) ?? '').join('');
}
