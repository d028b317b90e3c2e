// The studio's form is made from the source, so every attribute, custom property and text has a field.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeElement } from '../../demo/describe-element.ts';
import {
  attributeFields,
  isAttribute,
  type ManifestEntry,
} from '../../demo/studio/fields/attribute-fields.ts';
import { findFields } from '../../demo/studio/fields/find-fields.ts';
import { nameInWords } from '../../demo/studio/fields/fields.ts';
import { lookFields, schemesOf } from '../../demo/studio/fields/look-fields.ts';
import { placeFields, withoutPlace } from '../../demo/studio/fields/place-fields.ts';
import { studioFields } from '../../demo/studio/fields/studio-fields.ts';
import { textFields } from '../../demo/studio/fields/text-fields.ts';
import { withConsequences } from '../../demo/studio/with-consequences.ts';
import { placements } from '../../src/contract/settings.ts';
import * as typingModule from '../../src/i18n/typing-strings.ts';
import { launcherLabels } from '../../src/i18n/languages.ts';
import * as launcherModule from '../../src/i18n/launcher-strings.ts';
import * as panelModule from '../../src/i18n/panel-strings.ts';
import { TelnyxAiCall } from '../../src/index.ts';
import { tokens } from '../../src/element/tokens.styles.ts';
import { panelTokens } from '../../src/panel/panel-tokens.styles.ts';

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly ManifestEntry[];
      readonly cssProperties?: readonly ManifestEntry[];
    }[];
  }[];
}

const manifest = (await describeElement()) as Manifest;
const element = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName !== undefined);

const attributes = attributeFields(
  element?.attributes?.filter(({ name }) => isAttribute(name)) ?? [],
);

function attribute(name: string) {
  return attributes.find((field) => field.name === name);
}

/** What somebody types who knows none of our words. */
const plainWords = {
  color: 'look.accent',
  colour: 'look.accent',
  logo: 'avatar',
  photo: 'avatar',
  'dark mode': 'theme',
  position: 'placement',
  corner: 'placement',
  font: 'look.font',
  rounded: 'look.radius',
  language: 'lang',
  'welcome message': 'greeting',
  popup: 'invite',
  gdpr: 'require-consent',
  cookies: 'require-consent',
  chat: 'mode',
  telephone: 'phone',
  'lead form': 'form',
  history: 'resume',
  rating: 'feedback',
  'push to talk': 'hold-to-talk',
  width: 'look.panel-width',
  'z-index': 'look.z-index',
  subtitles: 'no-transcript',
  captions: 'no-transcript',
  'bot name': 'assistant-name',
  'agent id': 'assistant-id',
  hide: 'dismissible',
} as const;

describe("the studio's fields", () => {
  it('are all the attributes of the element', () => {
    const observed = new Set(TelnyxAiCall.observedAttributes);
    for (const { name } of attributes) observed.delete(name);
    assert.deepEqual([...observed], []);
    assert.ok(attribute('lang'));
    assert.equal(attribute('tools'), undefined, 'a property is no attribute');
  });

  it('have each a place in a step, with a label in plain words', () => {
    const all = [
      ...attributes,
      ...lookFields(element?.cssProperties ?? [], tokens + panelTokens),
      ...studioFields,
    ];
    assert.deepEqual(withoutPlace(all), []);
    assert.deepEqual(withoutPlace([...attributeFields([{ name: 'brand-new' }])]), ['brand-new']);
    const labels = placeFields(all)
      .filter(({ target, isBasic }) => target !== 'view' || isBasic)
      .map(({ label }) => label);
    assert.equal(new Set(labels).size, labels.length, 'each label once');
    const ofDevelopers =
      /\b(url|uri|id|json|api|css|sdk|ice|jwt|token|webrtc|dom|slot|endpoint)\b/i;
    assert.deepEqual(
      labels.filter((label) => ofDevelopers.test(label)),
      ['Your assistant’s ID'],
    );
  });

  it('have a name for each value of a choice', () => {
    for (const { key, words, options } of placeFields(attributes)) {
      for (const word of words) assert.ok(options?.[word], `${key}: ${word}`);
    }
  });

  it('of the step “Your assistant” do not begin with its version', () => {
    const [first] = placeFields(attributes);
    assert.equal(first?.key, 'assistant-id');
    const basic = placeFields([...attributes, ...studioFields]).filter(
      ({ step, isBasic }) => step === 'assistant' && isBasic,
    );
    assert.deepEqual(
      basic.map(({ key }) => key),
      ['assistant-id', 'view.own'],
    );
  });

  it('are of the kind that the type says, with its words and its default', () => {
    assert.equal(attribute('assistant-id')?.kind, 'text');
    assert.equal(attribute('require-consent')?.kind, 'boolean');
    assert.equal(attribute('variables')?.kind, 'json');
    assert.equal(attribute('resume-hours')?.kind, 'number');
    assert.equal(attribute('resume-hours')?.fallback, '24');
    assert.equal(attribute('placement')?.kind, 'choice');
    assert.deepEqual(attribute('placement')?.words, [...placements]);
    assert.equal(attribute('placement')?.fallback, placements[0]);
    assert.equal(attribute('prompts')?.kind, 'texts');
    assert.equal(attribute('invite-scroll')?.kind, 'number');
    assert.equal(attribute('invite-scroll')?.fallback, '');
    assert.deepEqual(attribute('mode')?.words, ['voice', 'both', 'text']);
  });

  it('offer no attribute for a secret, and have a step for one that is new', () => {
    const names = ['api-key', 'login', 'login-token', 'password', 'token-url', 'brand-new'];
    const fields = placeFields(attributeFields(names.map((name) => ({ name }))));
    assert.deepEqual(
      fields.map(({ name, step }) => [name, step]),
      [
        ['token-url', 'assistant'],
        ['brand-new', 'behaviour'],
      ],
    );
  });

  it('are all the custom properties; those of colours know light and dark', () => {
    const styles = tokens + panelTokens;
    const fields = lookFields(element?.cssProperties ?? [], styles);
    assert.equal(fields.length, element?.cssProperties?.length);
    const kinds = Object.fromEntries(fields.map(({ key, kind }) => [key, kind]));
    for (const name of ['accent', 'surface', 'danger', 'border']) {
      assert.equal(kinds[`look.${name}`], 'colour', name);
    }
    for (const name of ['accent-text', 'surface-text', 'muted-text']) {
      assert.equal(kinds[`look.${name}`], 'colour', name);
    }
    assert.equal(kinds['look.offset'], 'length');
    assert.equal(kinds['look.button-radius'], 'length');
    assert.equal(kinds['look.z-index'], 'integer');
    assert.equal(kinds['look.font'], 'css');
    for (const { name, default: said } of element?.cssProperties ?? []) {
      const found = fields.find((field) => field.name === name);
      if (said !== undefined) assert.equal(found?.fallback, said, `the default of ${name}`);
    }
    assert.deepEqual(schemesOf('light-dark(#0a6c52, #4fd6ad)'), ['#0a6c52', '#4fd6ad']);
    assert.deepEqual(schemesOf('teal'), ['teal', 'teal']);
  });

  it('are all the texts, each once, those of errors by their code', () => {
    const fields = textFields({
      'launcher-strings.ts': { label: { launcher: launcherLabels.en } },
      '../i18n/launcher-strings.ts': { ...launcherModule },
      '../i18n/panel-strings.ts': { ...panelModule },
      '../i18n/typing-strings.ts': { ...typingModule },
    });
    const { errors, ...texts } = {
      ...launcherModule.launcherStrings,
      ...panelModule.panelStrings,
      ...typingModule.typingStrings,
    };
    const names = Object.keys(texts).filter((name) => name !== 'language');
    assert.deepEqual(
      fields.map(({ name }) => name).sort(),
      ['launcher', ...names, ...Object.keys(errors).map((code) => `errors.${code}`)].sort(),
    );
    const launcher = fields.find(({ name }) => name === 'launcher');
    assert.equal(launcher?.group, 'The button');
    assert.equal(launcher.fallback, 'Talk to the assistant');
    assert.equal(fields.at(-1)?.group, 'Typing without a call');
  });

  it('that stand in no table are labelled in words', () => {
    const names = ['brand-new', '--telnyx-ai-call-accent-text', 'statusTalking', 'errors.a'];
    const labels = ['Brand new', 'Accent text', 'Status talking', 'A'];
    assert.deepEqual(names.map(nameInWords), labels);
  });

  it('are found by their name, by their property and by their label', () => {
    const all = placeFields([
      ...attributes,
      ...lookFields(element?.cssProperties ?? [], tokens + panelTokens),
      ...studioFields.filter(({ key }) => key === 'form'),
      ...textFields({ 'panel-strings.ts': { ...panelModule } }),
    ]);
    const finds = (words: string, key: string) =>
      findFields(words, all).some((each) => each.key === key);
    const sought = [
      ...all.flatMap(({ key, name, label }) => [
        [name, key],
        [label.toUpperCase(), key],
      ]),
      ...attributes.map(({ key, name }) => [
        name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
        key,
      ]),
      ...Object.entries(plainWords),
    ];
    const missed = sought.filter(([words = '', key = '']) => !finds(words, key));
    assert.deepEqual(missed, []);
  });

  it('say why they do nothing', () => {
    const placed = placeFields([
      ...attributes,
      ...lookFields(element?.cssProperties ?? [], tokens + panelTokens),
    ]);
    const silent = (settings: Readonly<Record<string, string>>) => {
      const set = new Map(Object.entries(settings));
      return placed.filter(({ whyNot }) => whyNot?.(set)).map(({ key }) => key);
    };
    const always = silent({ invite: 'Hello', greeting: 'Hello' });
    const more = (settings: Readonly<Record<string, string>>) =>
      silent({ invite: 'Hello', greeting: 'Hello', ...settings }).filter(
        (key) => !always.includes(key),
      );
    assert.deepEqual(always.sort(), ['chat-url', 'destination', 'greeting']);
    assert.deepEqual(more({ 'token-url': '/token' }), ['assistant-version', 'conversation-id']);
    assert.deepEqual(more({ 'token-url': '/token', mode: 'both' }), [
      ...['assistant-version', 'no-text'],
    ]);
    assert.deepEqual(more({ 'no-transcript': 'on' }), ['no-markdown']);
    assert.deepEqual(more({ resume: 'off' }), ['resume-hours']);
    const corner = ['look.offset', 'look.z-index', 'invite', 'invite-after', 'invite-scroll'];
    assert.deepEqual(more({ placement: 'inline' }), [...corner, 'dismissible']);
    assert.deepEqual(more({ mode: 'text' }), [
      ...['variables', 'caller-name', 'assistant-version', 'token-url', 'conversation-url'],
      ...['region', 'gateway-url', 'look.danger', 'hold-to-talk', 'keep-across-pages'],
      ...['feedback', 'no-text', 'call-reports', 'no-trickle-ice'],
    ]);
  });

  it('go along with what they exclude', () => {
    const card = new Map([['launcher', 'card']]);
    assert.equal(withConsequences({ launcher: 'card' }, new Map())['placement'], 'inline');
    assert.equal(withConsequences({ placement: 'top-left' }, card)['launcher'], '');
    // Without its field, nobody could type.
    assert.equal(withConsequences({ mode: 'text' }, new Map())['no-text'], '');
    assert.deepEqual(withConsequences({ mode: 'voice' }, card), { mode: 'voice' });
  });

  it('take the ID out of what was copied with it', () => {
    const id = 'assistant-8f1c2d3e-0000-4444-8888-abcdefabcdef';
    for (const copied of [
      `https://portal.telnyx.com/#/ai/assistants/edit/${id}?tab=agent`,
      `<telnyx-ai-agent agent-id="${id}"></telnyx-ai-agent><script src="https://a.example/"></script>`,
      ` ID: ${id}.`,
    ]) {
      assert.deepEqual(withConsequences({ 'assistant-id': copied }, new Map()), {
        'assistant-id': id,
      });
    }
    const unknown = { 'assistant-id': 'assistant-8f1c2d3e' };
    assert.deepEqual(withConsequences(unknown, new Map()), unknown);
  });
});
