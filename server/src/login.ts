import type { Request, Response, Router } from 'express';
import type { Config } from './config.ts';
import type { FindUser } from './find-user.ts';

/** How the server knows who is signed in to the site. */
export interface Login {
  readonly findUser: FindUser;
  /** Whether this user gets a credential. */
  readonly mayCall: (userId: string) => boolean | Promise<boolean>;
  /** What reads the session of each request, and endpoints of its own; below the same path as the others. */
  readonly routes?: Router;
}

/**
 * @param endSession takes from the browser what belonged to the user. The site's sign-out must call it.
 * @throws if the settings are not for this login.
 */
export type CreateLogin = (
  config: Config,
  endSession: (request: Request, response: Response) => void,
) => Login;
