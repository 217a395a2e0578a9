// Platform: Apollo Server over the compiled execution, with every limit before the first resolver.
import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type BaseContext,
} from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { inOurCodes, unexpected } from './errors.js'
import { compiledExecution, type Run } from './execution.js'
import { limits } from './limits.js'
import { type GraphqlLimits, refuseTooMuch } from './own-queries.js'
import type { TownSchema } from './schema.js'
import type { Visit } from './visit.js'

export type TownGraphql = Readonly<{ apollo: ApolloServer<Visit & BaseContext>; run: Run; schema: TownSchema; limited: GraphqlLimits }>

export async function openGraphql(
  schema: TownSchema,
  limited: GraphqlLimits = { isTrusted: () => false, anonymous: null },
): Promise<TownGraphql> {
  const run = compiledExecution(schema.schema)
  const apollo = new ApolloServer<Visit & BaseContext>({
    gateway: gatewayOver(schema.schema, run),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    // Wrong variables are the caller's mistake and say so in the status too.
    status400ForVariableCoercionErrors: true,
    parseOptions: { maxTokens: limits.tokens },
    formatError: inOurCodes,
    plugins: [
      guardPlugin(schema.schema, limited),
      // Cache control and tracing hang a resolver on every leaf of the schema: a fifth of a page's time, for hints that
      // nobody reads. The others would talk to a service, or serve a page from elsewhere.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
    stringifyResult: (result) => JSON.stringify(result),
    nodeEnv: 'production',
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
  await apollo.start()
  return { apollo, run, schema, limited }
}

/** Apollo has one place where another execution may be hung in: that of a gateway. */
function gatewayOver(schema: GraphQLSchema, run: Run): ApolloServerOptionsWithGateway<BaseContext>['gateway'] {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' })
      return () => {}
    },
    load: async () => ({
      executor: async ({ document, request, context }) =>
        (await run(
          document as DocumentNode,
          request.operationName,
          request.variables ?? {},
          context as unknown as Visit,
        )) as never,
    }),
    stop: async () => {},
  }
}

const guardPlugin = (schema: GraphQLSchema, limited: GraphqlLimits): ApolloServerPlugin<Visit & BaseContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, request, contextValue, source }) {
        if (!operation) return
        refuseTooMuch(
          limited,
          source,
          { schema, document, operation, variables: request.variables ?? {} },
          contextValue,
        )
      },
      // What nobody has named yet would be masked without a word.
      async didEncounterErrors({ errors, contextValue }) {
        for (const error of errors) {
          const { code, correlationId } = inOurCodes(error.toJSON()).extensions ?? {}
          if (code !== 'INTERNAL' || correlationId !== undefined) continue
          unexpected(error.originalError ?? error, contextValue)
          // No code: `inOurCodes` would let the words of an error that has one of ours go out.
          Object.assign(error.extensions, { correlationId: contextValue.requestId })
        }
      },
    }
  },
  async unexpectedErrorProcessingRequest({ requestContext, error }) {
    unexpected(error, requestContext.contextValue)
  },
})
