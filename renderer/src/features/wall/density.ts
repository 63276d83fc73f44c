/** How close the names on the wall stand, by how many are inside (screens.md 1.7). Pure. */
export type Density = 'comfortable' | 'dense' | 'rolling'

const limits = { comfortable: 40, dense: 80 } as const
/** Fewer than this below a limit, it stays as it is: one person at the door must not turn the wall over and over. */
const slack = 4

const closeness: readonly Density[] = ['comfortable', 'dense', 'rolling']
const roomFor = (density: Density): number => (density === 'rolling' ? Number.POSITIVE_INFINITY : limits[density])

/** Closer as soon as there is no room; wider only once there is room to spare. */
export function nextDensity(before: Density, inside: number): Density {
  const needed = closeness.find((density) => inside <= roomFor(density)) ?? 'rolling'
  if (closeness.indexOf(needed) >= closeness.indexOf(before)) return needed
  return closeness.find((density) => inside <= roomFor(density) - slack || density === before) ?? before
}

/** The gravest of what needs somebody; null = nothing that a border must say. */
export const gravest = ({ critical, warning }: { readonly critical: number; readonly warning: number }): 'critical' | 'warning' | null => (critical > 0 ? 'critical' : warning > 0 ? 'warning' : null)
