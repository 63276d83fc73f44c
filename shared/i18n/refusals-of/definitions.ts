import type { Words } from './words.ts'

export const en = {
  definition_unknown: { message: 'That item is not on the list any more.', howToFix: 'Look at the list again: somebody may have deleted it.' },
  definition_code_invalid: { message: '“{{code}}” cannot be a code.', howToFix: 'Use letters without accents, digits and underscores, 50 at most; a division’s code has at most 10 signs.' },
  definition_code_taken: { message: 'The code “{{code}}” is on the list already.', howToFix: 'Choose another code, or change the item that has it.' },
  definition_name_taken: { message: '“{{name}}” is on the list already.', howToFix: 'Choose another name, or change the item that has it.' },
  definition_behaviour_fixed: { message: 'Sentinel relies on what “{{name}}” does: only its words and its colour can be changed.', howToFix: 'Add an item of your own for something that does otherwise.' },
  definition_is_system: { message: 'Sentinel relies on “{{name}}”: it cannot be deleted.', howToFix: 'You may give it another name.' },
  definition_in_use: { message: '“{{name}}” is in use: {{count}} times, archived members included.', howToFix: 'Give those who carry it something else first.' },
  definition_list_changed: { message: 'The list changed while you were putting it in order. Nothing was changed.', howToFix: 'Look at it again and repeat your change.' },
  qualification_without_rule: { message: 'Sentinel has no rule that grants “{{code}}” by rank.', howToFix: 'Grant it by hand: only APS, BM, QM and DSWK follow rank and division.' },
  rank_unknown: { message: 'There is no rank “{{code}}”.', howToFix: 'Look at the list of ranks.' },
} as const satisfies Record<string, Words>

export const fr: Record<keyof typeof en, Words> = {
  definition_unknown: { message: 'Cet élément n’est plus dans la liste.', howToFix: 'Regardez la liste de nouveau : quelqu’un l’a peut-être supprimé.' },
  definition_code_invalid: { message: '« {{code}} » ne peut pas être un code.', howToFix: 'Utilisez des lettres sans accent, des chiffres et des traits de soulignement, 50 au plus ; le code d’une division a au plus 10 signes.' },
  definition_code_taken: { message: 'Le code « {{code}} » est déjà dans la liste.', howToFix: 'Choisissez un autre code, ou modifiez l’élément qui le porte.' },
  definition_name_taken: { message: '« {{name}} » est déjà dans la liste.', howToFix: 'Choisissez un autre nom, ou modifiez l’élément qui le porte.' },
  definition_behaviour_fixed: { message: 'Sentinel compte sur l’effet de « {{name}} » : seuls ses mots et sa couleur peuvent changer.', howToFix: 'Ajoutez votre propre élément pour un autre effet.' },
  definition_is_system: { message: 'Sentinel compte sur « {{name}} » : il ne peut pas être supprimé.', howToFix: 'Vous pouvez lui donner un autre nom.' },
  definition_in_use: { message: '« {{name}} » est utilisé : {{count}} fois, membres archivés compris.', howToFix: 'Donnez d’abord autre chose à ceux qui le portent.' },
  definition_list_changed: { message: 'La liste a changé pendant que vous l’ordonniez. Rien n’a été changé.', howToFix: 'Regardez-la de nouveau et refaites votre changement.' },
  qualification_without_rule: { message: 'Sentinel n’a pas de règle qui accorde « {{code}} » selon le grade.', howToFix: 'Accordez-la à la main : seules APS, BM, QM et DSWK suivent le grade et la division.' },
  rank_unknown: { message: 'Il n’y a pas de grade « {{code}} ».', howToFix: 'Regardez la liste des grades.' },
}
