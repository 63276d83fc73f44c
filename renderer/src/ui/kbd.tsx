/** A key's name. Hidden from screen readers: the control that has it says so with aria-keyshortcuts. */
export const Kbd = ({ children }: { children: string }) => (
  <kbd aria-hidden className="rounded border border-current px-1.5 py-0.5 font-mono text-[11px] leading-none opacity-85">
    {children}
  </kbd>
)
