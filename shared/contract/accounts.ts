/** Who may sign in, and who is signed in (domain.md 4.22). */
export const accounts = {}
