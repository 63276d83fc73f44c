/** The lists that every desk begins with (domain.md 3.3, 3.4). An administrator's changes stay: only what is missing is put in. */
import type { Admission, ChipColor, ListType } from '../../../shared/domain/definitions.ts'

interface Named {
  readonly code: string
  readonly name: string
  readonly nameFr: string
  readonly chipColor: ChipColor
  readonly description?: string
}

export const memberStatusSeeds: readonly (Named & { isHidden: boolean; admission: Admission })[] = [
  { code: 'active', name: 'Active', nameFr: 'Actif', chipColor: 'success', isHidden: false, admission: 'admit' },
  { code: 'deployed', name: 'Deployed', nameFr: 'En déploiement', chipColor: 'info', isHidden: true, admission: 'note' },
  { code: 'inactive', name: 'Inactive', nameFr: 'Inactif', chipColor: 'neutral', isHidden: false, admission: 'note' },
  { code: 'suspended', name: 'Suspended', nameFr: 'Suspendu', chipColor: 'danger', isHidden: false, admission: 'refuse' },
  { code: 'archived', name: 'Archived', nameFr: 'Archivé', chipColor: 'neutral', isHidden: true, admission: 'refuse' },
]

export const memberTypeSeeds: readonly (Named & { isFullTime: boolean })[] = [
  { code: 'class_a', name: 'Class A', nameFr: 'Classe A', chipColor: 'blue', isFullTime: false, description: 'Part-time reserve service, 12 consecutive days at most' },
  { code: 'class_b', name: 'Class B', nameFr: 'Classe B', chipColor: 'purple', isFullTime: true, description: 'Full-time reserve employment, 13 consecutive days or more' },
  { code: 'class_c', name: 'Class C', nameFr: 'Classe C', chipColor: 'accent', isFullTime: true, description: 'Full-time reserve service on operations' },
  { code: 'reg_force', name: 'Regular Force', nameFr: 'Force régulière', chipColor: 'green', isFullTime: true },
  { code: 'civilian_staff', name: 'Civilian staff', nameFr: 'Personnel civil', chipColor: 'neutral', isFullTime: false },
]

export const visitTypeSeeds: readonly Named[] = [
  { code: 'contractor', name: 'Contractor', nameFr: 'Entrepreneur', chipColor: 'yellow' },
  { code: 'guest', name: 'Guest', nameFr: 'Invité', chipColor: 'blue' },
  { code: 'military', name: 'Military', nameFr: 'Militaire', chipColor: 'green' },
  { code: 'recruitment', name: 'Recruitment', nameFr: 'Recrutement', chipColor: 'purple' },
  { code: 'official', name: 'Official', nameFr: 'Visite officielle', chipColor: 'red' },
  { code: 'other', name: 'Other', nameFr: 'Autre', chipColor: 'neutral' },
]

export const badgeStatusSeeds: readonly (Named & { isUsable: boolean })[] = [
  { code: 'active', name: 'Active', nameFr: 'Actif', chipColor: 'success', isUsable: true },
  { code: 'inactive', name: 'Disabled', nameFr: 'Désactivé', chipColor: 'neutral', isUsable: false },
  { code: 'lost', name: 'Lost', nameFr: 'Perdu', chipColor: 'danger', isUsable: false },
  { code: 'damaged', name: 'Damaged', nameFr: 'Endommagé', chipColor: 'warning', isUsable: false },
  { code: 'decommissioned', name: 'Decommissioned', nameFr: 'Retiré', chipColor: 'neutral', isUsable: false },
]

/** The unit’s own messes are proper names, so that they have one. */
export const listItemSeeds: readonly { listType: ListType; code: string; name: string; nameFr: string }[] = [
  { listType: 'event_role', code: 'participant', name: 'Participant', nameFr: 'Participant' },
  { listType: 'event_role', code: 'instructor', name: 'Instructor', nameFr: 'Instructeur' },
  { listType: 'event_role', code: 'staff', name: 'Staff', nameFr: 'Personnel' },
  { listType: 'event_role', code: 'volunteer', name: 'Volunteer', nameFr: 'Bénévole' },
  { listType: 'mess', code: 'junior_ranks', name: 'Junior Ranks', nameFr: 'Militaires du rang' },
  { listType: 'mess', code: 'c_pos', name: 'C&POs', nameFr: 'Officiers mariniers' },
  { listType: 'mess', code: 'wardroom', name: 'Wardroom', nameFr: 'Carré des officiers' },
]

export const tagSeeds: readonly { name: string; nameFr?: string; displayOrder: number; chipColor: ChipColor; isPositional: boolean }[] = [
  { name: 'DDS', displayOrder: 1, chipColor: 'blue', isPositional: false },
  { name: 'SWK', displayOrder: 3, chipColor: 'purple', isPositional: false },
  { name: 'CMD', displayOrder: 7, chipColor: 'red', isPositional: false },
  { name: 'VIP', displayOrder: 8, chipColor: 'yellow', isPositional: false },
  { name: 'FTS', displayOrder: 9, chipColor: 'green', isPositional: false },
  { name: 'APS', displayOrder: 10, chipColor: 'cyan', isPositional: false },
  { name: 'BM', displayOrder: 11, chipColor: 'cyan', isPositional: false },
  { name: 'QM', displayOrder: 12, chipColor: 'cyan', isPositional: false },
  { name: 'DSWK', displayOrder: 13, chipColor: 'cyan', isPositional: false },
  { name: 'Commanding Officer', nameFr: 'Commandant', displayOrder: 14, chipColor: 'red', isPositional: true },
  { name: 'Executive Officer', nameFr: 'Commandant en second', displayOrder: 15, chipColor: 'red', isPositional: true },
  { name: 'COXN', nameFr: 'Capitaine d’armes', displayOrder: 16, chipColor: 'red', isPositional: true },
  { name: 'Training Officer', nameFr: 'Officier d’instruction', displayOrder: 17, chipColor: 'zinc', isPositional: true },
  { name: 'Facility Manager', nameFr: 'Gestionnaire des installations', displayOrder: 18, chipColor: 'zinc', isPositional: true },
  { name: 'RPO', displayOrder: 19, chipColor: 'zinc', isPositional: true },
  { name: 'Stores Mgr', nameFr: 'Gérant des magasins', displayOrder: 20, chipColor: 'zinc', isPositional: true },
]

/** DSWK may hold lockup: the deputy must take it at 19:00 when the SWK is absent (domain.md 3.4 ⚠). */
export const qualificationTypeSeeds: readonly { code: string; name: string; nameFr?: string; canReceiveLockup: boolean; isAutomatic: boolean; displayOrder: number; tag?: string }[] = [
  { code: 'DDS', name: 'Duty Day Staff', nameFr: 'Personnel de service de jour', canReceiveLockup: true, isAutomatic: false, displayOrder: 1, tag: 'DDS' },
  { code: 'SWK', name: 'Senior Watchkeeper', nameFr: 'Chef de quart principal', canReceiveLockup: true, isAutomatic: false, displayOrder: 2, tag: 'SWK' },
  { code: 'BUILDING_AUTH', name: 'Building authorised', nameFr: 'Autorisé pour le bâtiment', canReceiveLockup: true, isAutomatic: false, displayOrder: 3 },
  { code: 'APS', name: 'Access Point Sentry', nameFr: 'Sentinelle au point d’accès', canReceiveLockup: false, isAutomatic: true, displayOrder: 10, tag: 'APS' },
  { code: 'BM', name: 'Boatswain’s Mate', nameFr: 'Second maître de manœuvre', canReceiveLockup: false, isAutomatic: true, displayOrder: 11, tag: 'BM' },
  { code: 'QM', name: 'Quartermaster', nameFr: 'Maître de timonerie', canReceiveLockup: false, isAutomatic: true, displayOrder: 12, tag: 'QM' },
  { code: 'DSWK', name: 'Deputy Senior Watchkeeper', nameFr: 'Chef de quart principal adjoint', canReceiveLockup: true, isAutomatic: true, displayOrder: 13, tag: 'DSWK' },
]
