/** A refusal: what happened, and how to fix it. `{{name}}` is filled from its details. */
export interface Words {
  readonly message: string
  readonly howToFix: string
}
