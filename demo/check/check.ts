// The page that checks an assistant: form in, list of steps and report out.

import { TelnyxAiCall } from '../../src/index.ts';
import { itemOf, showNavigation } from '../navigation.ts';
import { find } from '../widget.ts';
import { fillForm, readForm } from './check-form.ts';
import { judgeSteps } from './judge/judge-steps.ts';
import { Desk } from './observe/desk.ts';
import { runCheck } from './observe/run-check.ts';
import { setUp } from './observe/try-call.ts';
import { WatchedRequests } from './observe/watch-requests.ts';
import { watchElement } from './observe/watch-element.ts';
import { watchSockets } from './observe/watch-sockets.ts';
import { watchSound } from './observe/watch-sound.ts';
import type { Observations } from './observations.ts';
import { createReport, heldWords, type Report, reportText, summaryOf } from './report.ts';
import type { StepId } from './step-id.ts';
import { StepList } from './step-list.ts';

const sentence = 'Hello. What are your opening hours?';

const desk = new Desk();
// Before the SDK, which comes with the first call.
const sockets = watchSockets(desk);
watchSound(desk);
const requests = new WatchedRequests(desk.nowMs);
showNavigation();

const form = find(HTMLFormElement, '#form');
const begin = find(HTMLButtonElement, '#begin');
const progress = find(HTMLElement, '#progress');
const say = find(HTMLElement, '#say');
const list = new StepList(find(HTMLElement, '#steps'));
const code = { ms: Math.round(performance.now()) };

// Without the meta tag, as on a site, calls go to Telnyx.
const gatewayUrl =
  document.querySelector<HTMLMetaElement>('meta[name="gateway-url"]')?.content ?? '';
const defaults = { 'assistant-id': gatewayUrl ? 'assistant-demo' : '', 'gateway-url': gatewayUrl };
fillForm(form, new URLSearchParams(defaults).toString());
fillForm(form, location.hash);
let element = find(TelnyxAiCall, 'telnyx-ai-call');
let report: Report | null = null;
setUp(element, readForm(form));
form.addEventListener('input', () => setUp(element, readForm(form)));

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void check();
});
find(HTMLElement, '#copy').addEventListener('click', () => {
  if (report) void copy(reportText(report));
});
find(HTMLElement, '#copy-json').addEventListener('click', () => {
  if (report) void copy(JSON.stringify(report, null, 2));
});

async function check(): Promise<void> {
  begin.disabled = true;
  find(HTMLElement, '#result').hidden = true;
  list.clear();
  renewElement();
  watchElement(element, desk);
  const observations = await runCheck(readForm(form), {
    element,
    desk,
    sockets,
    requests,
    code,
    prompts: {
      now: (doing) => (progress.textContent = doing),
      speak: () => (say.textContent = `Please say now: “${sentence}”`),
      rest: () => (say.textContent = ''),
    },
    tell: showProgress,
  });
  begin.disabled = false;
  renewElement();
  showReport(createReport(observations, about()));
}

function showProgress(observations: Observations, settled: readonly StepId[]): void {
  for (const result of judgeSteps(observations)) {
    if (settled.includes(result.id)) list.show(result);
  }
}

/** The last calls of a check are refused on purpose: nobody should read that in the panel afterwards. */
function renewElement(): void {
  const fresh = document.createElement('telnyx-ai-call');
  setUp(fresh, readForm(form));
  element.replaceWith(fresh);
  element = fresh;
}

function about(): Record<string, string> {
  return {
    browser: navigator.userAgent.replace(/^Mozilla\/5\.0 /, ''),
    server: readForm(form).gatewayUrl ? 'another signaling server' : 'Telnyx',
  };
}

function showReport(made: Report): void {
  report = made;
  for (const result of made.steps) list.show(result);
  progress.textContent = `The check is done: ${summaryOf(made)}.`;
  find(HTMLElement, '#summary').textContent =
    made.verdict === 'fail'
      ? 'Not everything works. Each failed step says what to change.'
      : 'Nothing failed. What is not known could not be told from here.';
  const claims = made.assumptions.map(({ claim, held }) => itemOf(`${heldWords[held]}: ${claim}`));
  find(HTMLElement, '#assumptions').replaceChildren(...claims);
  find(HTMLElement, '#report').textContent = reportText(made);
  find(HTMLElement, '#report-json').textContent = JSON.stringify(made);
  find(HTMLElement, '#copied').textContent = '';
  find(HTMLElement, '#result').hidden = false;
  find(HTMLElement, '#result-title').focus();
}

async function copy(text: string): Promise<void> {
  const copied = find(HTMLElement, '#copied');
  try {
    await navigator.clipboard.writeText(text);
    copied.textContent = 'Copied.';
  } catch {
    copied.textContent = 'The browser did not copy it. Select the report below instead.';
  }
}
