import type { RequestHandler, Response } from 'express';

const name = 'pathOfEndpoints';

/** Remembers where the endpoints are, such as "/api". Below, a site may have routers of its own, with longer paths. */
export const rememberPath: RequestHandler = (request, response, next) => {
  response.locals[name] = request.baseUrl;
  next();
};

export function pathOfEndpoints(response: Response): string {
  const path: unknown = response.locals[name];
  return typeof path === 'string' && path !== '' ? path : '/';
}
