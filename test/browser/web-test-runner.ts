// Runs *.browser.test.ts in Chromium, each file in a page of its own, all against one local gateway.

import { type AddressInfo, createServer } from 'node:net';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { startTestRunner, type TestRunnerPlugin } from '@web/test-runner';
import { startGateway } from '../../gateway/node/start-gateway.ts';
import type { FileCounts } from '../test-counts.ts';
import { browserCommands } from './browser-commands.ts';
import { bundledTests } from './bundled-tests.ts';
import { chatSite } from './chat-site.ts';
import { compactReporter, testsOf } from './compact-reporter.ts';
import { findBrowser } from './find-browser.ts';
import { launchFreshPages } from './fresh-pages.ts';
import { lateCode } from './late-code.ts';

const rootDir = fileURLToPath(new URL('../..', import.meta.url));

export async function runInBrowser(
  files: string[],
  pagesAtATime: () => number,
): Promise<readonly FileCounts[]> {
  const launcher = launchFreshPages(await findBrowser());
  // The runner asks whenever a page is done.
  Object.defineProperty(launcher, 'concurrency', { get: pagesAtATime });
  const gateway = await startGateway();
  const chat = chatSite(gateway);
  const late = lateCode();
  const gatewayAddress = exportsOf({ gatewayUrl: gateway.url, controlUrl: gateway.controlUrl });
  const bundled = await bundledTests({ rootDir, files, gatewayAddress });
  const runner = await startTestRunner({
    autoExitProcess: false,
    readCliArgs: false,
    readFileConfig: false,
    config: {
      rootDir,
      port: await findFreePort(),
      files,
      nodeResolve: { exportConditions: ['production', 'default'] },
      browsers: [launcher],
      staticLogging: true,
      testsStartTimeout: 60_000,
      testsFinishTimeout: 600_000,
      // Whatever language the machine speaks.
      testRunnerHtml: (testFramework) => `<!doctype html>
        <html lang="en">
          <body><script type="module" src="${testFramework}"></script></body>
        </html>`,
      testFramework: {
        path: fileURLToPath(new URL('test-framework.ts', import.meta.url)),
        config: { timeout: 60_000 },
      },
      middleware: [bundled, late.middleware, chat.middleware],
      plugins: [
        esbuildPlugin({ ts: true, tsconfig: `${rootDir}/tsconfig.json`, target: 'es2022' }),
        late.plugin,
        browserCommands(launcher, gateway.url),
        servedAddress(gatewayAddress),
      ],
      reporters: [compactReporter()],
    },
  });
  if (!runner) throw new Error('The test runner did not start.');
  await new Promise((resolve) => runner.on('finished', resolve));
  const counts = [...runner.sessions.all()].map(({ testFile, testResults, errors }) => {
    const tests = testsOf(testResults);
    const passed = tests.filter((test) => test.passed).length;
    const failed = tests.filter((test) => !test.passed && !test.skipped).length + errors.length;
    return { file: relative(rootDir, testFile), passed, failed };
  });
  await runner.stop();
  await chat.close();
  await gateway.close();
  return counts;
}

/** The runner's own choice is not safe: several that start at the same time choose the same. */
async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function exportsOf(addresses: Readonly<Record<string, string>>): string {
  return Object.entries(addresses)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}

/** Tests import the addresses from `test/support/gateway-address.ts`; here is what those get that are not bundled. */
function servedAddress(body: string): TestRunnerPlugin {
  return {
    name: 'gateway-address',
    serve: ({ path }) =>
      path.endsWith('/test/support/gateway-address.ts') ? { body, type: 'js' } : undefined,
  };
}
