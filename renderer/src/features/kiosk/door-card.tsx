import { CircleCheck } from 'lucide-react'
import type { DoorSaid, DoorTask } from '../../stores/door-task.ts'
import { HandOverTask } from './hand-over-task.tsx'
import { LockUpTask } from './lock-up-task.tsx'

/** What somebody is doing at the door. It goes on behind the next person's card. */
export const TaskCard = ({ task, isBehind }: { task: DoorTask; isBehind: boolean }) => (
  <div hidden={isBehind} className="min-h-0 min-w-0">
    {task.kind === 'handOver' ? <HandOverTask task={task} /> : <LockUpTask task={task} />}
  </div>
)

/** What came of it. */
export const SaidCard = ({ said: { title, text } }: { said: DoorSaid }) => (
  <section role="status" data-outcome="done" className="flex min-w-0 flex-col justify-center gap-4 overflow-hidden rounded-2xl border-2 border-in bg-in-soft px-10 py-9">
    <CircleCheck aria-hidden size={92} strokeWidth={2.2} className="text-in" />
    <h1 className="text-5xl/tight font-bold text-in">{title}</h1>
    <p className="text-[28px]/snug text-pretty">{text}</p>
  </section>
)
