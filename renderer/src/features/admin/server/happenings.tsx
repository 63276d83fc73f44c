/** What will happen, one thing a line. */
export const Happenings = ({ items }: { items: readonly string[] }) => (
  <ul className="grid list-disc gap-1.5 pl-5">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)
