// The door of people: who is signed in, and the pages about persons.
export { PersonPicker, type Picked } from './person-picker.js'
export { peopleRoutes } from './routes.js'
export { type Session, SessionProvider, useSession } from './session.js'
export { today } from './today.js'
export { identity, tokenOfTab } from './token.js'
export { currentOffices, isAdministration, mainMandate, useViewer, type Viewer } from './viewer.js'
