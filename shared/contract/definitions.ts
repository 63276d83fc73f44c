import * as v from 'valibot'
import { admissions, chipColors, chipVariants, listNames, listTypes, rankComparisons } from '../domain/definitions.ts'
import { call, event } from './kit.ts'
import { Code, Count, Description, Empty, Line, Name, OptionalName, Uuid } from './fields.ts'

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

const newWords = { name: Name, nameFr: OptionalName, description: Description }
const newChip = { chipVariant: v.optional(v.picklist(chipVariants), 'solid'), chipColor: v.optional(v.picklist(chipColors), 'default') }

/** What of an item may be written, one shape a list. A code is given once, when the item is made. */
const writable = {
  memberStatuses: { ...newWords, ...newChip, isHidden: v.boolean(), admission: v.picklist(admissions) },
  memberTypes: { ...newWords, ...newChip, isFullTime: v.boolean() },
  visitTypes: { ...newWords, ...newChip },
  badgeStatuses: { ...newWords, ...newChip, isUsable: v.boolean() },
  qualificationTypes: { ...newWords, canReceiveLockup: v.boolean(), isAutomatic: v.boolean(), tagId: v.nullable(Uuid) },
  tags: { ...newWords, ...newChip, isPositional: v.boolean() },
  divisions: { name: Name, description: Description },
  // As long as a member’s field for it.
  messes: { ...newWords, name: v.pipe(Name, v.maxLength(50)) },
  plain: newWords,
}
/** As typed: brought to its list’s form before it is kept. */
const code = v.pipe(v.string(), v.maxLength(100))
/** The code of an item of the first four lists, the id of all others. */
const key = v.pipe(v.string(), v.regex(/^[a-z0-9_-]{1,50}$/, 'a code or an id'))
const List = v.picklist(listNames)
const RankCode = v.pipe(v.string(), v.minLength(1), v.maxLength(20), Line)

const NewItem = v.variant('list', [
  v.object({ list: v.literal('memberStatuses'), code, ...writable.memberStatuses }),
  v.object({ list: v.literal('memberTypes'), code, ...writable.memberTypes }),
  v.object({ list: v.literal('visitTypes'), code, ...writable.visitTypes }),
  v.object({ list: v.literal('badgeStatuses'), code, ...writable.badgeStatuses }),
  v.object({ list: v.literal('qualificationTypes'), code, ...writable.qualificationTypes }),
  v.object({ list: v.literal('tags'), ...writable.tags }),
  v.object({ list: v.literal('divisions'), code, ...writable.divisions }),
  v.object({ list: v.literal('messes'), code, ...writable.messes }),
  v.object({ list: v.picklist(['eventRoles', 'trades']), code, ...writable.plain }),
])
const ChangedItem = v.variant('list', [
  v.object({ list: v.literal('memberStatuses'), key, ...writable.memberStatuses }),
  v.object({ list: v.literal('memberTypes'), key, ...writable.memberTypes }),
  v.object({ list: v.literal('visitTypes'), key, ...writable.visitTypes }),
  v.object({ list: v.literal('badgeStatuses'), key, ...writable.badgeStatuses }),
  v.object({ list: v.literal('qualificationTypes'), key, ...writable.qualificationTypes }),
  v.object({ list: v.literal('tags'), key, ...writable.tags }),
  v.object({ list: v.literal('divisions'), key, ...writable.divisions }),
  v.object({ list: v.literal('messes'), key, ...writable.messes }),
  v.object({ list: v.picklist(['eventRoles', 'trades']), key, ...writable.plain }),
])

export const definitions = {
  read: call({ needs: 'display', summary: 'Every list that an administrator keeps, in order: what windows show codes and choices by.', input: Empty, output: Definitions, errors: [] }),
  create: call({
    needs: 'admin',
    summary: 'Adds an item at the end of a list. Its code is brought to the list’s form and never changes afterwards.',
    input: NewItem,
    output: v.object({ key }),
    errors: ['definition_code_invalid', 'definition_code_taken', 'definition_name_taken', 'definition_unknown', 'qualification_without_rule'],
  }),
  update: call({
    needs: 'admin',
    summary: 'Changes an item’s words and what it does, whole. Who carries it by name, as members carry a mess or a trade, is renamed along.',
    input: ChangedItem,
    output: Empty,
    errors: ['definition_unknown', 'definition_name_taken', 'definition_behaviour_fixed', 'qualification_without_rule', 'last_administrator'],
  }),
  remove: call({
    needs: 'admin',
    summary: 'Deletes an item that nobody carries. Grants of a qualification type that have ended go with it.',
    input: v.object({ list: List, key }),
    output: Empty,
    errors: ['definition_unknown', 'definition_in_use', 'definition_is_system'],
  }),
  reorder: call({
    needs: 'admin',
    summary: 'Puts a list into the order of these keys, which must be all of them, each once. Divisions stand by their code.',
    input: v.object({ list: v.picklist(listNames.filter((name) => name !== 'divisions')), keys: v.pipe(v.array(key), v.maxLength(1000)) }),
    output: Empty,
    errors: ['definition_list_changed'],
  }),
  usage: call({
    needs: 'admin',
    summary: 'How many records carry each item of a list, archived members among them; an item that is not named is carried by none.',
    input: v.object({ list: List }),
    output: v.object({ usage: v.array(v.object({ key, count: Count })) }),
    errors: [],
  }),
  rankStatistics: call({
    needs: 'basic',
    summary: 'How many members hold each rank, archived ones left out, senior first; ranks that nobody holds are left out.',
    input: Empty,
    output: v.object({ ranks: v.array(v.object({ code: v.string(), members: Count })), total: Count }),
    errors: [],
  }),
  compareRanks: call({
    needs: 'basic',
    summary: 'How the first rank stands to the second, by seniority across branches.',
    input: v.object({ first: RankCode, second: RankCode }),
    output: v.object({ first: v.picklist(rankComparisons) }),
    errors: ['rank_unknown'],
  }),
  changed: event({ needs: 'display', summary: 'A list changed: read them again.', payload: v.object({}) }),
}
