// The kernel: the languages of the screen, and which of them a reader asks for.

export const languages = ['da', 'en'] as const
export type Language = (typeof languages)[number]

/** The first of our languages that `Accept-Language` names, by its weights; Danish where it names none. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wished = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part, index) => {
      const [tag = '', weight] = part.trim().split(';q=')
      return { tag: tag.toLowerCase().split('-')[0], weight: weight === undefined ? 1 : Number(weight) || 0, index }
    })
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
  return (
    languages.find((language) => language === wished.find(({ tag }) => languages.includes(tag as Language))?.tag) ??
    'da'
  )
}
