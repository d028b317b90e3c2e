// Remembers where the person's files lie, in this browser. Nothing else is kept.

const key = 'telnyx-ai-call-studio:files';

export function rememberedFiles(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

export function rememberFiles(address: string): void {
  try {
    if (address === '') localStorage.removeItem(key);
    else localStorage.setItem(key, address);
  } catch {
    // Without storage it must be given again.
  }
}
