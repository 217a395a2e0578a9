// Guards: what may stand in which file.
import { findInCode, type Guard, type Source } from './source.js'

const environmentReaders = [
  /^server\/src\/platform\/config\.ts$/,
  // Collab alone in a process has a few settings of its own.
  /^collab\/bin\/environment\.ts$/,
  /^tools\/bin\//,
  // PATH for PostgreSQL's own programs, the browser finder, and the one server of a whole test run.
  /^tools\/src\/(postgres\/cluster|browser|test-postgres)\.ts$/,
]

/** Configuration has one reader (HOUSE 9.21), so that all its faults are told at once. */
export const oneReaderOfTheEnvironment: Guard = (sources) =>
  sources
    .filter(({ path, isTest }) => !isTest && !environmentReaders.some((reader) => reader.test(path)))
    .flatMap((source) => findInCode(source, /\bprocess\.env\b|\bprocess\[['"]env/g, 'reads the environment'))

const serves = ({ storey, isTest }: Source): boolean => (storey === 'server' || storey === 'collab') && !isTest

/** A socket without a listener for errors ends the process at the first malformed frame (RELIABILITY C18). */
export const socketsHearErrors: Guard = (sources) =>
  sources
    .filter(({ storey, isTest }) => storey !== 'client' && !isTest)
    .filter(({ code }) => !/\.(on|once)\(\s*['"]error['"]/.test(code))
    .flatMap((source) =>
      findInCode(source, /\.on\(\s*['"](connection|upgrade)['"]|\.handleUpgrade\(/g, 'no error listener in this file'),
    )

const calls = /(?<![.\w])fetch\(|\bhttps?\.(get|request)\(/g

/** No server-side request to an address that a user gave (B16): there is no call to fetch at all. */
export const noServerSideFetch: Guard = (sources) =>
  sources.filter(serves).flatMap((source) => findInCode(source, calls, 'fetches'))

/** Names of XML languages look like addresses, and nobody calls them. */
const noAddress = /^https?:\/\/(www\.w3\.org\/|localhost\b|127\.0\.0\.1\b)/

export const foreignAddress = /\bhttps?:\/\/[a-z0-9][^\s'"`)<>]*|(?<=['"`(])\/\/[a-z0-9-]+\.[a-z]{2,}[^\s'"`)<>]*/g

/** The page asks nobody but its own server: no fonts, scripts or pictures from elsewhere (G9). */
export const noForeignOrigins: Guard = (sources) =>
  sources
    .filter(({ storey, isTest }) => storey === 'client' && !isTest)
    .flatMap((source) => findInCode(source, foreignAddress, 'a foreign address'))
    .filter(({ why }) => !noAddress.test(why.slice('a foreign address: '.length)))

const shapes = 'table|schema|type|index|view|role|function|trigger|sequence|extension|policy|domain'
const ddl = new RegExp(
  `\\b(create|alter|drop)\\s+(or\\s+replace\\s+)?(unique\\s+|materialized\\s+)?(${shapes})\\s+["a-z$]`,
  'gi',
)

/** Only migrations change the database's shape (HOUSE 9.23). The migrator's own table is its beginning. */
export const ddlInMigrationsOnly: Guard = (sources) =>
  sources
    .filter(({ path }) => !/\/migrations\/|\/migrat(or|e)\.ts$|-migrator\.ts$/.test(path))
    .filter(serves)
    .flatMap((source) => findInCode(source, ddl, 'changes the shape of the database'))

const chance = /\bDate\.now\(|\bMath\.random\(|\brandomUUID\(|\bnew Date\(\s*\)|\bperformance\.now\(/g

/** Time and chance are ports: a rule or act that looked at the clock itself could not be tested or repeated. */
export const timeAndChanceArePorts: Guard = (sources) =>
  sources
    .filter(({ storey, isTest }) => !isTest && (storey === 'schema' || storey === 'server' || storey === 'collab'))
    .filter(({ path }) => !/\/(clock|random|ports|metrics)\.ts$|\/bin\//.test(path))
    .flatMap((source) => findInCode(source, chance, 'asks the clock or chance itself'))

const impure = /^(node:|pg$|typeorm|type-graphql|graphql|react|@tiptap\/|ws$|@apollo\/|fastify)/

/** The schema storey has no database, browser or socket, so that rules run anywhere. */
export const schemaIsPure: Guard = (sources) =>
  sources
    .filter(({ storey, isTest }) => storey === 'schema' && !isTest)
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier, isType }) => !isType && impure.test(specifier))
        .map(({ line, specifier }) => ({ path, line, why: `schema imports ${specifier}` })),
    )

/** A file's first line says what room it is (HOUSE 9.30). */
export const firstLineSaysTheRoom: Guard = (sources) =>
  sources
    .filter(({ text, path }) => !/^(\/\/|\/\*)/.test(text) && !path.endsWith('.config.ts'))
    .map(({ path }) => ({ path, line: 1, why: 'the first line does not say what room this is' }))
