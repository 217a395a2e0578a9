// The day it is in the municipality, as a LocalDate: what a form begins with. The server judges what is sent.
import { zoneNow } from '../i18n/index.js'

export const today = (now = new Date()): string => new Intl.DateTimeFormat('sv-SE', { timeZone: zoneNow() }).format(now)
