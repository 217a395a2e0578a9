// Auth: the cookies. On https the name begins with `__Host-`, which browsers only take with Secure, Path=/ and no Domain.
import type { FastifyReply, FastifyRequest } from 'fastify'
import '@fastify/cookie'
import type { Town } from '../platform/index.js'

const isSecure = (town: Pick<Town, 'publicUrl'>): boolean => town.publicUrl.startsWith('https:')
export const sessionCookie = (town: Pick<Town, 'publicUrl'>): string =>
  isSecure(town) ? '__Host-faellesrum' : 'faellesrum'
export const attemptCookie = (town: Pick<Town, 'publicUrl'>): string => `${sessionCookie(town)}-sign-in`

export function setCookie(town: Town, reply: FastifyReply, name: string, value: string): void {
  reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(town) })
}

export function dropCookie(town: Town, reply: FastifyReply, name: string): void {
  reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(town) })
}

export const cookieOf = (request: FastifyRequest, name: string): string | undefined => request.cookies[name]
