/** The visitor has asked for little traffic, or can bear only little. */
export function isScarce(): boolean {
  const connection = Object(Reflect.get(navigator, 'connection')) as {
    readonly saveData?: boolean;
    readonly effectiveType?: string;
  };
  return connection.saveData === true || connection.effectiveType?.endsWith('2g') === true;
}
