// `npm run check:reports`: checks good and bad assistants of the local gateway, and writes what the check says of
// them to docs/check-reports.md.

import { writeFile } from 'node:fs/promises';
import { type Report, reportText, stepText, summaryOf } from '../../demo/check/report.ts';
import { BadEndpoints } from '../demo/check/bad-endpoints.ts';
import { CheckPage, type Fields } from '../demo/check/check-page.ts';
import { reply, Servers, withoutMedia } from '../demo/check/servers.ts';

interface Example {
  readonly title: string;
  readonly says: string;
  readonly fields: Fields;
}

const checkPage = new CheckPage();
const servers = new Servers();
const endpoints = await BadEndpoints.start();
await checkPage.start();

const good: Example = {
  title: 'A good assistant',
  says: 'It has a tool, settings, and a site with endpoints.',
  fields: {
    'assistant-id': 'assistant-calls-tool.settings',
    'chat-url': '/api/telnyx-chat',
    'conversation-url': '/api/telnyx-conversation',
  },
};

const bad: readonly Example[] = [
  {
    title: 'Calls from the web are not allowed',
    says: 'The portal’s switch for unauthenticated web calls is off.',
    fields: { 'assistant-id': 'assistant-refuses-login' },
  },
  {
    title: 'Nobody answers',
    says: 'The session is there, and the call is never taken.',
    fields: { 'assistant-id': 'assistant-never-answers-invite' },
  },
  {
    title: 'The network lets no sound through',
    says: 'The call is up, and neither side finds the other.',
    fields: {
      'assistant-id': 'assistant-demo',
      'gateway-url': await servers.startBent(checkPage.demo.gatewayUrl, withoutMedia),
    },
  },
  {
    title: 'The assistant has no voice',
    says: 'It neither speaks nor writes.',
    fields: { 'assistant-id': 'assistant-says-nothing' },
  },
  {
    title: 'Lost sockets lose the call',
    says: 'A client that comes back is not known any more.',
    fields: { 'assistant-id': 'assistant-demo.reconnect=forget' },
  },
  {
    title: 'The endpoint for typing answers with a page',
    says: 'The assistant is good, the address of `chat-url` is not.',
    fields: { 'assistant-id': 'assistant-demo', 'chat-url': `${endpoints.url}/html` },
  },
];

const stranger: Example = {
  title: 'A server with messages that nobody knows',
  says: 'It logs in and answers in words of its own.',
  fields: {
    'assistant-id': 'assistant-1',
    'gateway-url': await servers.startStranger((socket, { id, method }) => {
      if (method === 'telnyx_rtc.gatewayState') {
        return reply(socket, { id, result: { params: { state: 'REGED' } } });
      }
      if (id !== undefined && method !== undefined) {
        reply(socket, { id, result: { message: 'welcome' } });
      }
      if (method === 'anonymous_login') {
        reply(socket, { id: 'c1', method: 'telnyx_rtc.clientReady', params: { motd: 'hello' } });
        const weather = { type: 'weather.report', wind: { force: 7 } };
        reply(socket, { id: 'w1', method: 'ai_conversation', params: weather });
        socket.send('<html>hello</html>');
      }
    }),
    patience: '5',
  },
};

const reports = new Map<Example, Report>();
for (const example of [good, ...bad, stranger]) {
  const report = await checkPage.check(example.fields);
  console.log(`${example.title}: ${summaryOf(report)}`);
  reports.set(example, report);
}
await checkPage.stop();
servers.stop();
endpoints.stop();

await writeFile(
  'docs/check-reports.md',
  `# What the check says

Written by \`npm run check:reports\`: the check's page in a headless browser, with assistants of the local gateway. With
Telnyx it was never tried. [The check](check.md) says what each step and each assumption is.

Of the first and the last the report stands here whole, as it is copied. Of the others, it is the steps that failed.

${[good, ...bad, stranger].map((each) => sectionOf(each)).join('\n\n')}
`,
);

function sectionOf(example: Example): string {
  const report = reports.get(example);
  if (!report) throw new Error(`There is no report of ${example.title}.`);
  const text = bad.includes(example) ? shortText(report) : reportText(report);
  return `## ${example.title}\n\n${example.says}\n\n\`\`\`\n${withoutBrowser(text)}\n\`\`\``;
}

function shortText(report: Report): string {
  const steps = report.steps.filter(({ verdict }) => verdict === 'fail');
  return [summaryOf(report), '', ...steps.map(stepText)].join('\n');
}

/** The browser's name is long, and of no use here. */
function withoutBrowser(text: string): string {
  return text.replace(/^browser: .*$/m, 'browser: …');
}
