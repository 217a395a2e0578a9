// Typed keys: a text that is in no catalogue does not compile.
import 'i18next'
import type { danish } from './catalogues.js'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: typeof danish
  }
}
