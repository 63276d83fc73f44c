import * as v from 'valibot'
import { admissions, chipColors, chipVariants, listTypes } from '../domain/definitions.ts'
import { call, event } from './kit.ts'
import { Code, Empty, Uuid } from './fields.ts'

const words = { name: v.string(), nameFr: v.nullable(v.string()), description: v.nullable(v.string()), displayOrder: v.number() }
const chip = { chipVariant: v.picklist(chipVariants), chipColor: v.picklist(chipColors) }
const coded = { code: Code, ...words, ...chip, isSystem: v.boolean() }

export const MemberStatusRow = v.object({ ...coded, isHidden: v.boolean(), admission: v.picklist(admissions) })
export const MemberTypeRow = v.object({ ...coded, isFullTime: v.boolean() })
export const VisitTypeRow = v.object(coded)
export const BadgeStatusRow = v.object({ ...coded, isUsable: v.boolean() })
export const ListItemRow = v.object({ id: Uuid, listType: v.picklist(listTypes), code: v.string(), ...words, isSystem: v.boolean() })
export const TagRow = v.object({ id: Uuid, ...words, ...chip, isPositional: v.boolean() })
export const QualificationTypeRow = v.object({ id: Uuid, code: v.string(), ...words, canReceiveLockup: v.boolean(), isAutomatic: v.boolean(), tagId: v.nullable(Uuid) })
export const DivisionRow = v.object({ id: Uuid, code: v.string(), name: v.string(), description: v.nullable(v.string()) })
export const RankRow = v.object({
  id: Uuid,
  code: v.string(),
  name: v.string(),
  branch: v.string(),
  category: v.string(),
  /** Greater is senior. */
  displayOrder: v.number(),
  isActive: v.boolean(),
  replacedBy: v.nullable(v.string()),
})

export const Definitions = v.object({
  memberStatuses: v.array(MemberStatusRow),
  memberTypes: v.array(MemberTypeRow),
  visitTypes: v.array(VisitTypeRow),
  badgeStatuses: v.array(BadgeStatusRow),
  listItems: v.array(ListItemRow),
  tags: v.array(TagRow),
  qualificationTypes: v.array(QualificationTypeRow),
  divisions: v.array(DivisionRow),
  ranks: v.array(RankRow),
})

export const definitions = {
  read: call({ needs: 'display', summary: 'Every list that an administrator keeps, in order: what windows show codes and choices by.', input: Empty, output: Definitions, errors: [] }),
  changed: event({ needs: 'display', summary: 'A list changed: read them again.', payload: v.object({}) }),
}
