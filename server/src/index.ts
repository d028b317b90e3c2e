// What a site takes that runs the server inside a program of its own.

export { type App, type AppOptions, createApp } from './app.ts';
export type { CredentialStore } from './calls/credential-store.ts';
export { type Config, type Environment, readConfig } from './config.ts';
export type { FindUser } from './find-user.ts';
export { drainServer } from './http/drain-server.ts';
export { serveMetrics } from './http/serve-metrics.ts';
export { listen } from './http/listen.ts';
export type { DemandChallenge, Load } from './limits/visitor-limits.ts';
export type { Report } from './log/report.ts';
export type { CreateLogin, Login } from './login.ts';
