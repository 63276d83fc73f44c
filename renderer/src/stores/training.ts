/** What the training room shows, kept while a person looks into another room; `changes` counts what the core said. */
import { create } from 'zustand'
import type { Need } from '../../../shared/domain/access.ts'

export const trainingSections = ['attendance', 'calendar', 'courses', 'absences', 'years'] as const
export type TrainingSection = (typeof trainingSections)[number]

/** What a section shows, in the terms of the calls that fill it. */
export const trainingNeeds: Readonly<Record<TrainingSection, Need>> = { attendance: 'command', calendar: 'basic', courses: 'quartermaster', absences: 'adminOrDds', years: 'quartermaster' }

interface TrainingView {
  readonly changes: number
  readonly section: TrainingSection
}
export const useTraining = create<TrainingView>(() => ({ changes: 0, section: 'calendar' }))

export const trainingChanged = (): void => useTraining.setState(({ changes }) => ({ changes: changes + 1 }))
