/** That of the package, for who is asked for help. */
export const version = '0.1.0';
