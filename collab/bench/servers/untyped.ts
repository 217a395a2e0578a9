// The bench, servers: packages whose types are of no use here.

/** By a name that tsc does not follow: under our condition `source` it would compile Hocuspocus' TypeScript as ours. */
export const untyped = (name: string): Promise<any> => import(name)
