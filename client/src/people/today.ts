// The day it is in the municipality, as a LocalDate: what a form begins with. The server judges what is sent.
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date())
