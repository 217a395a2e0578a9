// The door of the texts: the language of the reader, and how it writes dates and lists.
export { Danish } from './danish.js'
export { type Formats, useFormats } from './formats.js'
export { changeLanguage, type Language, languageNow, onLanguage, startTexts, useLanguage } from './language.js'
export { tellZone, zoneNow } from './zone.js'
export { useTranslation } from 'react-i18next'
