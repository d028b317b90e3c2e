// How that looks which a launcher has only where the page asks for it.

import { css } from '../../platform/css.ts';

export const extrasStyles = css`
  /* Puts the launcher away. */
  .dismiss {
    all: unset;
    order: -1;
    margin-block-end: -8px;
    padding-inline: 9px;
    border-radius: 50%;
    background: var(--surface);
    box-shadow: var(--shadow);
    font-size: 20px;
    cursor: pointer;
  }

  a.notice {
    color: inherit;
  }

  .launcher.round {
    gap: 0;
    min-inline-size: 56px;
    min-block-size: 56px;
    padding: 15px;
    border-radius: 50%;
  }

  /* Heard, and shown as the tooltip. */
  .launcher.round > span {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .launcher.pictured {
    padding: 0;
  }

  .face {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    overflow: hidden;
    border-radius: 50%;
    background: var(--accent);
    color: var(--accent-text);
    font-size: 20px;
    font-weight: 600;
  }

  .face img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .launcher.pictured .face ~ .phone {
    display: none;
  }

  .widget > .card {
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    gap: 16px;
    inline-size: 360px;
    max-inline-size: 100%;
    padding: 20px;
    border: 1px solid color-mix(in srgb, var(--surface-text) 16%, var(--surface));
    border-radius: var(--telnyx-ai-call-radius, 20px);
    background: var(--surface);
    box-shadow: var(--shadow);
  }

  .card > .launcher {
    justify-content: center;
  }

  .introduction {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: 2px 14px;
    overflow-wrap: anywhere;
  }

  .introduction > .face {
    grid-row: span 2;
  }

  .introduction > p {
    margin: 0;
  }

  .introduction > p:empty {
    display: none;
  }

  .introduction > .name {
    font-weight: 600;
  }

  .invitation {
    order: -1;
    box-sizing: border-box;
    display: flex;
    align-items: start;
    max-inline-size: 300px;
    border: 1px solid transparent;
    border-radius: 20px;
    background: var(--surface);
    box-shadow: var(--shadow);
    overflow-wrap: anywhere;
  }

  .invitation > button {
    all: unset;
    padding: 12px 14px;
    border-radius: inherit;
    cursor: pointer;
  }

  .invitation > .not-now {
    flex: none;
    box-sizing: border-box;
    min-inline-size: 44px;
    padding-inline-start: 4px;
    font-size: 20px;
    text-align: center;
    line-height: 1.1;
  }
`;
