/** Whoever opened something by the keyboard lost the focus with the row that they left: it goes on in this table. */
export function focusIfLost(id: string): void {
  if (document.activeElement === null || document.activeElement === document.body) document.getElementById(id)?.focus()
}
