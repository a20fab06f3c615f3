/** What an account is opened with; the forms say the same. */
export const minPasswordLength = 10;
export const maxPasswordLength = 200;
export const maxNameLength = 80;
