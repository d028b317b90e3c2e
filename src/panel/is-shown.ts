/** Whether the browser draws it. Safari before 17.4 tells less. */
export function isShown(element: HTMLElement): boolean {
  const { checkVisibility } = element as Partial<HTMLElement>;
  if (!checkVisibility) return element.getClientRects().length > 0;
  return checkVisibility.call(element, { contentVisibilityAuto: true });
}
