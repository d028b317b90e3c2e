import type { Request } from 'express';

/** Who is asking, known from the site's own session only. `null`: nobody is signed in. */
export type FindUser = (request: Request) => string | null;
