/** The lists of domain.md 3.3 that the skeleton needs; administration of lists comes with issue 3. */
export const memberTypes = ['class_a', 'class_b', 'class_c', 'reg_force', 'civilian_staff'] as const
export type MemberType = (typeof memberTypes)[number]

export const memberStatuses = ['active', 'deployed', 'inactive', 'archived', 'suspended'] as const
export type MemberStatus = (typeof memberStatuses)[number]

export const badgeStatuses = ['active', 'damaged', 'inactive', 'lost', 'decommissioned'] as const
export type BadgeStatus = (typeof badgeStatuses)[number]
