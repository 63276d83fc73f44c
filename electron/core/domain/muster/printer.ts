/** What prints without asking anybody. The host gives it; where it gives none, the window opens the list as PDF instead. */
export interface Printer {
  /** Names of this PC’s printers. */
  list(): Promise<string[]>
  /**
   * Prints a page as it stands and resolves once the spooler has it. Rejects in the printer’s words.
   * @param printer null = the PC’s own choice
   */
  print(html: string, how: { readonly copies: number; readonly printer: string | null }): Promise<void>
}
