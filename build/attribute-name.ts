/** The element derives the names of its attributes from those of its properties: `assistantId`, `assistant-id`. */
export function attributeName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
