import type { ScanOutcome } from '../../stores/kiosk.ts'

type Prompt = NonNullable<ScanOutcome['prompt']>

type Said = 'expected' | 'expectedOpen' | 'instead' | 'mayAccept' | 'mayOpen' | 'needDds' | 'needOpener'

/** Which sentence tells an arriving member what is open and what it has to do with them (domain.md 4.12.5). Pure. */
export function promptSentence({ variant, needsBuildingOpen, needsDds, expectedDds, person }: Pick<Prompt, 'variant' | 'needsBuildingOpen' | 'needsDds' | 'expectedDds' | 'person'>): { key: Said; name: string } {
  const name = expectedDds === null || expectedDds.id === person.id ? '' : expectedDds.displayName
  switch (variant) {
    case 'expected_dds':
      return { key: needsBuildingOpen ? 'expectedOpen' : 'expected', name }
    case 'replacement_candidate':
    case 'building_open_dds_pending':
      return { key: name === '' ? 'mayAccept' : 'instead', name }
    case 'opener_only':
      return { key: 'mayOpen', name }
    default:
      return { key: needsBuildingOpen || !needsDds ? 'needOpener' : 'needDds', name }
  }
}
