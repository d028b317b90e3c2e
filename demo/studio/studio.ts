// The studio: what stands in the form becomes settings, and those the preview, the code and the page's address.

import { baseUrl } from '../base-url.ts';
import { render } from 'lit';
import { showNavigation } from '../navigation.ts';
import { find } from '../widget.ts';
import { ContrastMeter } from './contrast/measure-contrast.ts';
import { PictureMeter } from './contrast/picture-meter.ts';
import { loadFields } from './fields/all-fields.ts';
import { fromControlText, toControlText } from './fields/control-text.ts';
import type { Field, Settings } from './fields/fields.ts';
import { StandardTexts } from './fields/standard-texts.ts';
import { steps, type StepId } from './fields/steps.ts';
import { toWidgetSettings } from './fields/widget-settings.ts';
import { LengthMeter } from './lengths/length-meter.ts';
import { PreviewFrame } from './preview/preview-frame.ts';
import { developerText } from './share/developer-text.ts';
import { fromAddress, settingsFrom, toAddress } from './share/settings-address.ts';
import { fromFile, largestFileBytes, toFile } from './share/settings-file.ts';
import { rememberedFiles, rememberFiles } from './share/remembered-files.ts';
import { type CheckedFiles, checkFiles } from './snippets/check-files.ts';
import type { Release } from './snippets/release.ts';
import { createSnippets } from './snippets/snippets.ts';
import type { FormState } from './views/field-view.ts';
import { contrastViews } from './views/look-view.ts';
import { checkLinkView } from './views/check-link-view.ts';
import { backgroundProblem } from './views/background-problem.ts';
import { pictureWarning } from './views/picture-warning.ts';
import { previewBarView, previewNoteView } from './views/preview-view.ts';
import type { PublishState, Status } from './views/publish-view.ts';
import { formView, stepsView, type StudioState } from './views/studio-view.ts';
import { withConsequences } from './with-consequences.ts';

/** Browsers let a page change its address only a few times a second. Picking a colour is faster. */
const addressDelayMs = 200;
const checkDelayMs = 600;

showNavigation();
const [fields, built] = await Promise.all([loadFields(), loadRelease()]);
const frame = new PreviewFrame(find(HTMLElement, '#stage'));
const meter = new ContrastMeter(find(HTMLElement, '#colours'));
const lengths = new LengthMeter(find(HTMLElement, '#lengths'), () => showLengths());
const pictures = new PictureMeter(() => show());
const standardTexts = new StandardTexts(() => show());
const stepsPlace = find(HTMLElement, '#steps');
const formPlace = find(HTMLFormElement, '#settings');
const viewPlace = find(HTMLFormElement, '#view');
const notePlace = find(HTMLElement, '#note');
const isLoopback = /^(localhost|127\.|\[::1\])/.test(location.hostname);

/** What stands in the controls. */
let texts = new Map<string, string>();
let search = '';
let snippetId = '';
const silence: Status = { place: 'handover', words: '' };
let status = silence;
/** What was set before all was put back. */
let before: Settings | null = null;
let checked: CheckedFiles | null = null;
let checkedUrl = '';
let addressTimer: ReturnType<typeof setTimeout> | undefined;
let checkTimer: ReturnType<typeof setTimeout> | undefined;

for (const form of [formPlace, viewPlace]) {
  form.addEventListener('submit', (event) => event.preventDefault());
}
addEventListener('hashchange', () => start(fromAddress(location.hash, fields)));
addEventListener('pagehide', writeAddress);
start(fromAddress(location.hash, fields));
showCurrentStep();

function start(settings: Settings): void {
  const remembered = rememberedFiles();
  texts = new Map(
    fields.flatMap((field) => {
      const value = settings.get(field.key);
      return value === undefined ? [] : [[field.key, toControlText(field, value)]];
    }),
  );
  if (!texts.has('view.files') && remembered) texts.set('view.files', remembered);
  show();
  // Values that cannot be used or must not be sent are removed from the address.
  writeAddress();
}

function set(changes: Readonly<Record<string, string>>): void {
  for (const [key, text] of Object.entries(withConsequences(changes, texts))) {
    if (text === '') texts.delete(key);
    else texts.set(key, text);
  }
  status = silence;
  before = null;
  if ('view.files' in changes) rememberFiles(read().get('view.files') ?? '');
  show();
  clearTimeout(addressTimer);
  addressTimer = setTimeout(writeAddress, addressDelayMs);
}

function read(): Settings {
  return settingsFrom(fields, (field) => fromControlText(field, texts.get(field.key) ?? ''));
}

function show(): void {
  const settings = read();
  const form = formState(settings);
  checkIfNew(settings.get('view.files') ?? '');
  const state: StudioState = {
    step: stepOf(settings),
    search,
    fields,
    form,
    publish: publishState(settings),
    goTo,
    find: (words) => {
      search = words;
      show();
    },
  };
  render(stepsView(state), stepsPlace);
  render(formView(state), formPlace);
  render(previewBarView(form), viewPlace);
  render(previewNoteView(settings, backgroundProblem(texts, pictures)), notePlace);
  frame.show(settings);
}

/** What is measured comes later than what was typed, so it is said as well. */
function showLengths(): void {
  show();
  const found = lengths.find(read());
  const news = fields.flatMap(({ key, label }) => {
    const words = found.get(key);
    return words === undefined ? [] : [`${label}: ${words}`];
  });
  find(HTMLElement, '#lengths-news').textContent = news.join(' ');
}

/** On a phone not all steps are in sight. */
function showCurrentStep(): void {
  const current = stepsPlace.querySelector('[aria-current="step"]');
  current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function formState(settings: Settings): FormState {
  const form = {
    texts,
    settings,
    tooLong: lengths.find(settings),
    standardOf: (field: Field) => standardTexts.of(field, settings),
    colourOf: ({ name }: Field) => meter.colourOf(name),
    below: new Map(),
    set,
  };
  const measured = meter.measure(toWidgetSettings(settings, fields));
  const below = new Map([
    ...contrastViews(measured, meter, form),
    ['avatar', pictureWarning(settings, pictures, meter)],
    ['view.own', checkLinkView(settings)],
  ]);
  return { ...form, below };
}

function publishState(settings: Settings): PublishState {
  const release = releaseOf(settings);
  const snippets = createSnippets(toWidgetSettings(settings, fields), release);
  const [first] = snippets;
  const chosen = snippets.find(({ id }) => id === snippetId) ?? first;
  if (!chosen) throw new Error('There is no code.');
  const isLocal = !settings.has('view.files');
  const handover = developerText({ settings, fields, snippet: chosen, release, isLocal });
  return {
    snippets,
    chosen,
    check: isLocal ? 'local' : (checked?.check ?? 'checking'),
    hasId: settings.has('assistant-id'),
    isBuilt: Object.keys(built.integrity).length > 0,
    isLoopback,
    status,
    choose: (id) => {
      snippetId = id;
      status = silence;
      show();
    },
    copyCode: () => void copy(chosen.code, 'The code', 'code'),
    copyLink: () => {
      writeAddress();
      void copy(location.href, 'The link');
    },
    developerText: handover,
    copyText: () => void copy(handover, 'The text for a developer'),
    save: () => save(toFile(settings)),
    load: (file) => void load(file),
    reset: () => {
      before = settings;
      start(new Map([['view.step', 'publish']]));
      say('Everything is as it comes.');
    },
    undo:
      before === null
        ? null
        : () => {
            if (before) start(before);
            before = null;
            say('Everything is as it was.');
          },
  };
}

/** Without an address of theirs, the code names the files that this server has. */
function releaseOf(settings: Settings): Release {
  const filesUrl = settings.get('view.files') ?? new URL('dist/cdn/', baseUrl).href;
  return { ...built, filesUrl, integrity: checked?.integrity ?? built.integrity };
}

function checkIfNew(filesUrl: string): void {
  if (filesUrl === checkedUrl) return;
  checkedUrl = filesUrl;
  checked = null;
  clearTimeout(checkTimer);
  if (filesUrl === '') return;
  checkTimer = setTimeout(() => void check(filesUrl), checkDelayMs);
}

async function check(filesUrl: string): Promise<void> {
  const found = await checkFiles(filesUrl, built.integrity);
  if (filesUrl !== checkedUrl) return;
  checked = found;
  show();
}

function stepOf(settings: Settings): StepId {
  return steps.find(({ id }) => id === settings.get('view.step'))?.id ?? steps[0].id;
}

function goTo(step: StepId): void {
  search = '';
  set({ 'view.step': step });
  const title = find(HTMLElement, '#step-title');
  title.focus({ preventScroll: true });
  // The step before may have been scrolled.
  title.scrollIntoView({ block: 'nearest' });
  formPlace.scrollTop = 0;
  find(HTMLElement, '[aria-current="step"]').scrollIntoView({
    block: 'nearest',
    inline: 'nearest',
  });
}

function writeAddress(): void {
  clearTimeout(addressTimer);
  const address = toAddress(read());
  history.replaceState(null, '', address ? `#${address}` : location.pathname);
}

function say(words: string, place: Status['place'] = 'handover'): void {
  status = { place, words };
  show();
}

async function copy(text: string, what: string, place?: Status['place']): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(`${what} is copied.`, place);
  } catch {
    say(`${what} is not copied: the browser does not let this page.`, place);
  }
}

function save(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'telnyx-ai-call.json';
  link.click();
  URL.revokeObjectURL(link.href);
  say('The file is saved.');
}

async function load(file: File): Promise<void> {
  const text = file.size > largestFileBytes ? '' : await file.text();
  const contents = fromFile(text, fields);
  if (!contents) return say('This is no file of the studio. Nothing was changed.');
  start(contents.settings);
  if (!contents.settings.has('view.step')) set({ 'view.step': 'publish' });
  say(`The file is read. ${contents.leftOut}`.trim());
}

async function loadRelease(): Promise<Pick<Release, 'version' | 'integrity'>> {
  const response = await fetch(new URL('release.json', baseUrl));
  return (await response.json()) as Release;
}
