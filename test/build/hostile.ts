// What a hostile assistant, or somebody in its place, may send to harm a page.

interface HostileText {
  readonly text: string;
  /** What is shown, if it is not the text letter by letter. */
  readonly shown?: string;
}

export const hostileTexts: readonly HostileText[] = [
  { text: '<b onclick="alert(1)">bold</b> & <a href="javascript:alert(1)">link</a>' },
  { text: '<script>window.owned = true; alert(1)</script>' },
  { text: '<img src=x onerror="window.owned = true">' },
  { text: '<svg/onload=alert(1)><style>*{display:none}</style>' },
  { text: '"><iframe srcdoc="<script>parent.owned=1</script>"></iframe>' },
  {
    text: '<base href="https://evil.test/"><meta http-equiv="refresh" content="0;url=//evil.test">',
  },
  { text: 'pay \u202Egpj.exe\u202C now \u2066this\u2069', shown: 'pay gpj.exe now this' },
  { text: 'W'.repeat(100_000), shown: `${'W'.repeat(5_999)}…` },
  { text: `${'\u0301'.repeat(5_000)}zalgo`, shown: `${'\u0301'.repeat(12)}zalgo` },
  { text: '[click](javascript:alert(1))' },
  { text: '[click](  JaVaScRiPt:alert(1) )' },
  { text: '[data](data:text/html,<script>alert(1)</script>)' },
  { text: '<javascript:alert(1)>' },
  { text: '![picture](https://evil.test/x.png)' },
  { text: '[friend](https://bank.test@evil.test/)' },
  { text: 'javascript:alert(1) data:text/html,x vbscript:x' },
  { text: 'zero\u200Bwidth\u2060name\uFEFF' },
  { text: "${alert(1)} {{constructor.constructor('alert(1)')()}} <!--?lit$1$--> <?lit?>" },
];

export const hostileNames: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '\u200B',
  '\u202Egpj',
  '<img src=x onerror=alert(1)>',
  '"]`${alert(1)}',
  'n'.repeat(10_000),
];

const huge = `<img src=x onerror=alert(1)>\u202E${'<b>x'.repeat(50_000)}`;

export const hostileSettings: readonly object[] = [
  {
    start_call_text: huge,
    agent_thinking_text: huge,
    speak_to_interrupt_text: huge,
    theme: '"><script>alert(1)</script>',
    default_state: '__proto__',
    logo_icon_url: 'https://evil.test/logo.png',
    give_feedback_url: 'javascript:alert(1)',
    report_issue_url: 'data:text/html,<script>alert(1)</script>',
    view_history_url: 'https://bank.test@evil.test/',
    client_tools: [null, 'x', { name: 5 }, { name: '__proto__', timeout_ms: -1 }],
  },
  {
    start_call_text: huge,
    agent_thinking_text: { toString: 'x' },
    speak_to_interrupt_text: ['<b>'],
    logo_icon_url: 'javascript:alert(1)',
    give_feedback_url: '\u0001javascript:alert(1)',
    report_issue_url: '//evil.test/',
    view_history_url: `https://evil.test/${'x'.repeat(10_000)}`,
    client_tools: { length: 1e9 },
  },
];
