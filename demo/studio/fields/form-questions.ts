// Reads what visitors are asked first, one question a line: "Your name *" must be answered.

export interface FormQuestion {
  readonly label: string;
  /** The name of the answer, as the assistant gets it. */
  readonly name: string;
  readonly type: 'text' | 'email' | 'tel';
  readonly isRequired: boolean;
}

const mostQuestions = 6;

export function readQuestions(text: string): readonly FormQuestion[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[^*\s]/.test(line))
    .slice(0, mostQuestions);
  const names = new Set<string>();
  return lines.map((line, index) => {
    const label = line.replace(/\s*\*+$/, '');
    const name = freeName(slug(label) || `answer_${index + 1}`, names);
    return { label, name, type: typeOf(label), isRequired: line.endsWith('*') };
  });
}

/** Names of variables have letters from a to z, digits and `_`. */
function slug(label: string): string {
  const letters = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return letters.replace(/[^a-z\d]+/g, '_').replace(/^[_\d]+|_+$/g, '');
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}_${count}`;
  taken.add(name);
  return name;
}

function typeOf(label: string): FormQuestion['type'] {
  if (/\be-?mail\b/i.test(label)) return 'email';
  return /\b(phone|telephone|mobile|telefon|handy)\b/i.test(label) ? 'tel' : 'text';
}
