/** What a user wrote cannot be entered: why, and what to write instead, both in Chinese. */
export class EditFault extends Error {
  constructor(
    message: string,
    readonly way: string,
  ) {
    super(message);
  }
}
