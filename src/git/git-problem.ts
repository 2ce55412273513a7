/** Why git cannot answer, and what the user can do about it, both in Chinese. */
export class GitProblem extends Error {
  constructor(
    message: string,
    readonly way: string,
  ) {
    super(message);
  }
}
