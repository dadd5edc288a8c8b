/** What tells one publish of this package from another: a publish writes it. */
export const build = undefined;
