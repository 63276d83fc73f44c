/** The duties that every desk begins with, and the kinds of events a unit holds (domain.md 3.4, 3.5). */
export const dutyRoleSeeds = [
  { code: 'DDS', name: 'Duty Day Staff', nameFr: 'Personnel de service de jour', kind: 'single', displayOrder: 1 },
  { code: 'DUTY_WATCH', name: 'Duty Watch', nameFr: 'Quart de service', kind: 'team', displayOrder: 2 },
] as const

/** Seats of the Duty Watch; each is for those who hold the qualification of its code (4.14). */
export const dutyPositionSeeds = [
  { code: 'SWK', name: 'Senior Watchkeeper', nameFr: 'Chef de quart principal', maxSlots: 1 },
  { code: 'DSWK', name: 'Deputy Senior Watchkeeper', nameFr: 'Chef de quart principal adjoint', maxSlots: 1 },
  { code: 'QM', name: 'Quartermaster', nameFr: 'Maître de timonerie', maxSlots: 1 },
  { code: 'BM', name: 'Boatswain’s Mate', nameFr: 'Second maître de manœuvre', maxSlots: 1 },
  { code: 'APS', name: 'Access Point Sentry', nameFr: 'Sentinelle au point d’accès', maxSlots: 2 },
] as const

export const unitEventTypeSeeds = [
  { name: 'Change of Command', nameFr: 'Passation de commandement', category: 'ceremonial', defaultDurationMinutes: 180, requiresDutyWatch: true },
  { name: 'Annual Mess Dinner', nameFr: 'Dîner régimentaire annuel', category: 'mess_dinner', defaultDurationMinutes: 240, requiresDutyWatch: true },
  { name: 'Training Night', nameFr: 'Soirée d’instruction', category: 'training', defaultDurationMinutes: 180, requiresDutyWatch: true },
  { name: 'VIP Visit', nameFr: 'Visite de marque', category: 'vip_visit', defaultDurationMinutes: 120, requiresDutyWatch: true },
  { name: 'Remembrance Day', nameFr: 'Jour du Souvenir', category: 'remembrance', defaultDurationMinutes: 180, requiresDutyWatch: true },
  { name: 'Social Event', nameFr: 'Activité sociale', category: 'social', defaultDurationMinutes: 180, requiresDutyWatch: false },
  { name: 'General Event', nameFr: 'Activité générale', category: 'other', defaultDurationMinutes: 120, requiresDutyWatch: false },
] as const
