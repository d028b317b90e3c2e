// The smallest possible element with a button in the corner, made with Lit.

import { css, html, LitElement } from 'lit';

class BareButton extends LitElement {
  static override readonly styles = css`
    button {
      position: fixed;
      inset: auto 20px 20px auto;
    }
  `;

  protected override render() {
    return html`<button><slot>Talk to the assistant</slot></button>`;
  }
}

customElements.define('bare-button', BareButton);
