/** How large the names on the wall are, by how many are inside (screens.md 1.7). Pure. */
export type Density = 'comfortable' | 'dense'

/** Up to here everybody fits on one page in the larger type. */
const comfortableLimit = 40
/** Fewer than this below the limit, it stays as it is: one person at the door must not turn the wall over and over. */
const slack = 4

/** Closer as soon as there is no room; wider only once there is room to spare. */
export const nextDensity = (before: Density, inside: number): Density => (inside <= comfortableLimit - (before === 'dense' ? slack : 0) ? 'comfortable' : 'dense')

/** Longer than two lines of a card: it gets two cards' room, so that one long name does not make a whole row high. */
export const isWide = (name: string): boolean => name.length > 24 || name.split(/[\s-]/).some((part) => part.length > 12)

/** The gravest of what needs somebody; null = nothing that a border must say. */
export const gravest = ({ critical, warning }: { readonly critical: number; readonly warning: number }): 'critical' | 'warning' | null => (critical > 0 ? 'critical' : warning > 0 ? 'warning' : null)
