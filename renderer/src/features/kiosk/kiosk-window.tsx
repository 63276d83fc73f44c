export const KioskWindow = () => null
