// How the assistant answers a typed message, in a call and without one.
import { nameIn } from './caller-name.ts';
import { lineAbout, type LineId, lineText } from '../speech/speech-lines.ts';
import { writtenAnswer } from './written-answers.ts';

export interface TypedAnswer {
  /** Read aloud in a call. */
  readonly line: LineId;
  /** Written in the transcript. */
  readonly text: string;
}

export function typedAnswer(message: string): TypedAnswer {
  const written = writtenAnswer(message);
  if (written !== undefined) return { line: 'typed', text: written };
  const line = lineAbout(message);
  if (line) return { line, text: lineText(line) };
  const name = nameIn(message);
  if (name !== undefined) return { line: 'typed', text: `Nice to meet you, ${name}.` };
  return { line: 'typed', text: `${lineText('typed')} You typed: ${message}` };
}
