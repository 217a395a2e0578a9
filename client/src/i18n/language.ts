// The language of the reader: kept in the browser, said in <html lang>, asked for in every request.
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { danish } from './catalogues.js'

export type Language = 'da' | 'en'

const kept = 'faellesrum.language'

/** What the reader chose before, else Danish: it is the municipality's language whatever the browser's is. */
function wished(): Language {
  try {
    return localStorage.getItem(kept) === 'en' ? 'en' : 'da'
  } catch {
    return 'da'
  }
}

let current: Language = 'da'

/** For requests, which are made outside of React. */
export const languageNow = (): Language => current

/** Tells when another language is spoken. What came from the server in the old one has to be asked for again. */
export function onLanguage(listener: () => void): void {
  i18next.on('languageChanged', listener)
}

/** Resolves when the texts of the wished language are there, so that nothing is drawn twice. */
export async function startTexts(language: Language = wished()): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'da',
    fallbackLng: 'da',
    ns: Object.keys(danish),
    defaultNS: 'app',
    resources: { da: danish },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  await speak(language)
}

async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'app')) {
    const { english } = await import('./english.js')
    for (const [namespace, texts] of Object.entries(english)) i18next.addResourceBundle('en', namespace, texts)
  }
  current = language
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

/** Changes the language for this browser. */
export async function changeLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(kept, language)
  } catch {
    // A browser that keeps nothing still changes the language of this page.
  }
  await speak(language)
}

export function useLanguage(): Language {
  useTranslation()
  return current
}
