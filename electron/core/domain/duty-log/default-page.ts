/** The daily page that every desk begins with: neutral words, no unit's own names, numbers or routines (domain.md 4.12.6 ▶, 7.4). */
import type { InferInput } from 'valibot'
import type { DutyPage } from '../../../../shared/contract/duty-log.ts'

export const defaultPage: InferInput<typeof DutyPage> = {
  responsibilities: [
    {
      title: 'While you are DDS',
      titleFr: 'Pendant votre service (DDS)',
      items: [
        { text: 'Stay reachable, and within 30 minutes of the unit.', textFr: 'Restez joignable et à 30 minutes au plus de l’unité.' },
        { text: 'Nothing intoxicating in the eight hours before, or during.', textFr: 'Aucune substance intoxicante dans les huit heures qui précèdent ni pendant le service.' },
        { text: 'Lockup stays with you until you hand it over or secure the building.', textFr: 'La fermeture vous appartient jusqu’à ce que vous la remettiez ou fermiez l’édifice.' },
      ],
    },
  ],
  checklist: [
    {
      key: 'opening',
      time: '07:30',
      heading: 'Opening',
      headingFr: 'Ouverture',
      tasks: [
        { key: 'alarm-off', text: 'Alarm disarmed', textFr: 'Alarme désarmée' },
        { key: 'lights', text: 'Lights on', textFr: 'Lumières allumées' },
        { key: 'round-lower', text: 'Opening round, lower floor', textFr: 'Ronde d’ouverture, étage inférieur' },
        { key: 'round-upper', text: 'Opening round, upper floor', textFr: 'Ronde d’ouverture, étage supérieur' },
      ],
    },
    { key: 'colours', time: '08:00', heading: 'Colours', headingFr: 'Couleurs', tasks: [{ key: 'ensign-up', text: 'Ensign hoisted', textFr: 'Pavillon hissé' }] },
    {
      key: 'working-day',
      time: 'workday_start',
      heading: 'During the day',
      headingFr: 'Durant la journée',
      tasks: [
        { key: 'door', text: 'Front door and duty phone attended', textFr: 'Porte principale et téléphone de service assurés' },
        { key: 'fridge', text: 'Galley fridge', textFr: 'Réfrigérateur de la cuisine', asksTemperature: true },
        { key: 'freezer', text: 'Galley freezer', textFr: 'Congélateur de la cuisine', asksTemperature: true },
        { key: 'galley-cleared', text: 'Galley cleared for the weekend', textFr: 'Cuisine vidée pour la fin de semaine', weekdays: [5] },
      ],
    },
    { key: 'sunset', time: 'workday_end', heading: 'Sunset', headingFr: 'Coucher du soleil', tasks: [{ key: 'ensign-down', text: 'Ensign lowered and stowed', textFr: 'Pavillon descendu et rangé' }] },
    {
      key: 'closing',
      time: 'workday_end',
      heading: 'Closing',
      headingFr: 'Fermeture',
      tasks: [
        { key: 'close-upper', text: 'Closing round, upper floor', textFr: 'Ronde de fermeture, étage supérieur' },
        { key: 'close-lower', text: 'Closing round, lower floor', textFr: 'Ronde de fermeture, étage inférieur' },
        { key: 'perimeter', text: 'Perimeter: doors and gates', textFr: 'Périmètre : portes et barrières' },
        { key: 'alarm-on', text: 'Alarm armed', textFr: 'Alarme armée' },
        { key: 'alarm-confirmed', text: 'Arming confirmed by phone', textFr: 'Armement confirmé par téléphone' },
      ],
    },
  ],
  contacts: [],
  phoneProtocol: {
    text: 'Answer with the unit’s name, your rank and your name. Write down who calls, what happened, where, when, why, and what you did about it.',
    textFr: 'Répondez en donnant le nom de l’unité, votre grade et votre nom. Notez qui appelle, ce qui s’est passé, où, quand, pourquoi, et ce que vous avez fait.',
  },
  callScenarios: [
    {
      scenario: 'A member reports that they cannot come in',
      scenarioFr: 'Un membre annonce qu’il ne peut pas venir',
      guidance: 'Take their name, division and reason, and until when. Tell their division.',
      guidanceFr: 'Notez le nom, la division, le motif et la durée. Avisez sa division.',
    },
    {
      scenario: 'Somebody is hurt or in danger',
      scenarioFr: 'Quelqu’un est blessé ou en danger',
      guidance: 'Call 911 first. Then tell Command, and write down every step with its time.',
      guidanceFr: 'Appelez d’abord le 911. Avisez ensuite le commandement et notez chaque étape avec l’heure.',
    },
  ],
  notes: { text: '', textFr: null },
}
