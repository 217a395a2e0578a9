// The door of drafts: the page on which a text is read and written.
export { CommissionText } from './commission-text.js'
