// The shop on the page: its products, its cart and its form. It must not know the widget.

import { itemOf } from './navigation.ts';
import { type Product, products } from './products.ts';
import { find } from './widget.ts';

interface ShownProduct {
  readonly product: Product;
  readonly item: HTMLLIElement;
  readonly open: (isOpen: boolean) => void;
}

export class Shop {
  readonly #shown = products.map((product) => this.#show(product));
  readonly #cart = new Map<Product, number>();

  constructor() {
    find(HTMLElement, '#products').append(...this.#shown.map(({ item }) => item));
    find(HTMLFormElement, '#order').addEventListener('input', ({ target }) => {
      if (target instanceof Element) target.classList.remove('filled');
    });
    this.#showCart();
  }

  /** @throws {Error} when there is no such product. */
  open(id: string): Product {
    const wanted = this.#shown.find(({ product }) => product.id === id);
    if (!wanted) throw new Error(`There is no product "${id}".`);
    for (const each of this.#shown) each.open(each === wanted);
    wanted.item.scrollIntoView({ block: 'nearest' });
    return wanted.product;
  }

  /** Fills in the given fields, and leaves the others as they are. */
  fillOrder(texts: Readonly<Record<string, string>>): void {
    const form = find(HTMLFormElement, '#order');
    for (const field of form.querySelectorAll('input')) {
      const text = texts[field.name];
      if (text === undefined) continue;
      field.value = text;
      field.classList.add('filled');
    }
    form.scrollIntoView({ block: 'nearest' });
  }

  get cart() {
    const items = [...this.#cart].map(([{ id, name, price }, count]) => ({
      ...{ id, name, price, count },
    }));
    return { items, total: items.reduce((sum, { price, count }) => sum + price * count, 0) };
  }

  #show(product: Product): ShownProduct {
    const name = document.createElement('h3');
    name.textContent = product.name;
    const price = document.createElement('p');
    price.textContent = euros(product.price);
    const about = document.createElement('p');
    about.textContent = product.about;
    const look = buttonOf('Look', `Look at ${product.name}`, () => {
      if (about.hidden) this.open(product.id);
      else open(false);
    });
    const add = buttonOf('Add', `Add ${product.name} to the cart`, () => this.#add(product));
    const actions = document.createElement('div');
    actions.className = 'row';
    actions.append(look, add);
    const item = itemOf(drawingOf(product), name, price, about, actions);
    const open = (isOpen: boolean) => {
      item.classList.toggle('open', isOpen);
      about.hidden = !isOpen;
      look.setAttribute('aria-expanded', String(isOpen));
    };
    open(false);
    return { product, item, open };
  }

  #add(product: Product): void {
    this.#cart.set(product, (this.#cart.get(product) ?? 0) + 1);
    this.#showCart();
  }

  #showCart(): void {
    const { items, total } = this.cart;
    const words = items.map(({ count, name }) => `${count} × ${name}`).join(', ');
    find(HTMLElement, '#cart').textContent = words ? `${words}: ${euros(total)}` : 'It is empty.';
  }
}

function buttonOf(text: string, name: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.ariaLabel = name;
  button.addEventListener('click', press);
  return button;
}

function drawingOf({ drawing }: Product): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 64 64');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', drawing);
  svg.append(path);
  return svg;
}

function euros(price: number): string {
  return `€ ${price}`;
}
