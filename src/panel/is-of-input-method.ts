/** Whether a key belongs to a composition. Safari tells the one that ends it afterwards, by an old code alone. */
export function isOfInputMethod(event: KeyboardEvent): boolean {
  return event.isComposing || Reflect.get(event, 'keyCode') === 229;
}
