import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useDefinitions } from '../../stores/definitions.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { changesOf, draftOf, emptyDraft, isGood, problemOf, type Draft, type Field, type Profile } from './draft.ts'

interface Props {
  /** Who is changed; absent = somebody new. */
  readonly profile?: Profile
  readonly source: Profile['source']
  readonly onClose: () => void
}

const groups = [
  ['identity', ['serviceNumber', 'rank', 'lastName', 'firstName', 'initials', 'employeeNumber']],
  ['organisation', ['division', 'memberType', 'status', 'mess', 'moc', 'classDetails']],
  ['contact', ['email', 'mobilePhone', 'homePhone']],
  ['contract', ['contractStart', 'contractEnd', 'joinedOn']],
] as const

/** A member put on the roll, or changed. What is wrong with a field is said below it, before and after anybody is asked. */
export function MemberForm({ profile, source, onClose }: Props) {
  const { t, i18n } = useTranslation(['members', 'common'])
  const lists = useDefinitions((state) => state.definitions)
  const before = profile === undefined ? emptyDraft(source) : draftOf(profile)
  const [draft, setDraft] = useState<Draft>(before)
  const [touched, setTouched] = useState<ReadonlySet<Field>>(new Set())
  const [error, setError] = useState<string>()
  const [isLeaving, setLeaving] = useState(false)
  const form = useId()
  const changes = changesOf(before, draft)
  const isChanged = Object.keys(changes).length > 0
  const named = ({ name, nameFr }: { name: string; nameFr: string | null }): string => (i18n.language === 'fr' ? (nameFr ?? name) : name)
  const choices: Partial<Record<Field, readonly (readonly [string, string])[]>> = {
    rank: [['', '–'], ...(lists?.ranks ?? []).filter(({ isActive, code }) => isActive || code === before.rank).map(({ code, name }) => [code, `${code} · ${name}`] as const)],
    division: [['', t('noDivision')], ...(lists?.divisions ?? []).map(({ code, name }) => [code, `${code} · ${name}`] as const)],
    memberType: (lists?.memberTypes ?? []).map((row) => [row.code, named(row)] as const),
    status: (lists?.memberStatuses ?? []).filter(({ code }) => code !== 'archived').map((row) => [row.code, named(row)] as const),
  }
  const put = (field: Field, value: string): void => {
    setDraft({ ...draft, [field]: value })
    setTouched(new Set([...touched, field]))
    setError(undefined)
  }
  const leave = (): void => (isChanged && !isLeaving ? setLeaving(true) : onClose())
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTouched(new Set(Object.keys(draft) as Field[]))
    if (!isGood(draft, source)) return
    // Nothing given: the core takes today. Null would say that they were always here.
    const joinedOn = draft.joinedOn.trim() === '' ? {} : { joinedOn: draft.joinedOn.trim() }
    const { joinedOn: _given, ...blankToNull } = Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, value.trim() === '' && field !== 'serviceNumber' ? null : value.trim()]))
    const result =
      profile === undefined
        ? await api().members.create({ ...blankToNull, serviceNumber: draft.serviceNumber, rank: draft.rank, firstName: draft.firstName.trim(), lastName: draft.lastName.trim(), memberType: draft.memberType, status: draft.status, ...joinedOn, source })
        : await api().members.update({ memberId: profile.id, basedOn: profile.updatedAt, changes })
    if (result.ok) return onClose()
    setError(`${refusalWords(result.error).message} ${refusalWords(result.error).howToFix}`)
  }
  const field = (name: Field) => {
    const options = choices[name]
    if (options !== undefined) return <SelectField key={name} label={t(`field.${name}`)} value={draft[name]} onChange={(value) => put(name, value)} options={options} />
    const problem = touched.has(name) ? problemOf(draft, name, source) : undefined
    const hint = name === 'serviceNumber' && source === 'civilian_manual' && profile === undefined ? t('hint.civilianNumber') : name === 'joinedOn' ? t(profile === undefined ? 'hint.joinedNew' : 'hint.joined') : name.startsWith('contract') ? t('hint.date') : undefined
    return <TextField key={name} label={t(`field.${name}`)} value={draft[name]} onChange={(value) => put(name, value)} error={problem === undefined ? undefined : t(`problem.${problem}`)} hint={hint} maxLength={name === 'classDetails' ? 500 : 255} autoComplete="off" />
  }
  return (
    <Dialog
      title={profile === undefined ? t(source === 'civilian_manual' ? 'newCivilian' : 'newMember') : t('editOf', { name: profile.displayName })}
      isOpen
      onClose={leave}
      size="lg"
      footer={
        isLeaving ? (
          <div role="alertdialog" aria-label={t('unsaved')} className="flex w-full items-center gap-2">
            <span className="flex-1 font-semibold text-attention">{t('unsaved')}</span>
            <Button autoFocus onPress={() => setLeaving(false)}>
              {t('goOn')}
            </Button>
            <Button variant="danger" onPress={onClose}>
              {t('discard')}
            </Button>
          </div>
        ) : (
          <>
            <Button onPress={leave}>{t('common:cancel')}</Button>
            <Button type="submit" form={form} variant="primary" isDisabled={profile !== undefined && !isChanged}>
              {t('save')}
            </Button>
          </>
        )
      }
    >
      <form id={form} className="grid gap-4" onSubmit={(event) => void submit(event)}>
        {groups.map(([name, fields]) => (
          <fieldset key={name} className="grid items-start gap-3 sm:grid-cols-3">
            <legend className="label-caps mb-1.5">{t(`group.${name}`)}</legend>
            {fields.map((entry) => field(entry))}
          </fieldset>
        ))}
        {field('notes')}
        {error === undefined ? null : (
          <p role="alert" className="rounded-lg border border-refused bg-refused-soft px-3 py-2 text-refused">
            {error}
          </p>
        )}
      </form>
    </Dialog>
  )
}
