/** The closed choices behind the lists that an administrator keeps (domain.md 2.1, 3.3). */
export const chipVariants = ['solid', 'soft', 'bordered', 'light', 'flat', 'faded', 'shadow', 'dot'] as const
export type ChipVariant = (typeof chipVariants)[number]

export const chipColors = ['default', 'neutral', 'primary', 'secondary', 'accent', 'success', 'warning', 'info', 'error', 'danger', 'blue', 'green', 'pink', 'purple', 'red', 'yellow', 'cyan', 'zinc'] as const
export type ChipColor = (typeof chipColors)[number]

/** What the door does with a member of some status: lets them through, lets them through and says so in amber, or refuses (4.1 ▶). */
export const admissions = ['admit', 'note', 'refuse'] as const
export type Admission = (typeof admissions)[number]

/** Ranks are a table of their own, as their order and their successors matter (2.1). */
export const listTypes = ['event_role', 'mess', 'moc'] as const
export type ListType = (typeof listTypes)[number]
