/** Whether a line of the console tells of a call that failed: the studio's preview and the check make some fail. */
export function isFailedCall(line: string): boolean {
  return line.startsWith('<telnyx-ai-call> CallError: ');
}
