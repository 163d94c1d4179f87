import type { components } from '../contract/http.ts';

/** What the server's sign-in API speaks, by its contract. Instants are RFC 3339 in UTC. */
type Schemas = components['schemas'];

export type Issued = Schemas['AccessToken'];
/** Whether there is single sign-on beside name and password. */
export type WaysIn = Schemas['WaysIn'];
export type SingleSignOnStart = Schemas['SingleSignOnStart'];
export type SignedInBySingleSignOn = Schemas['SignedInBySingleSignOn'];
export type Role = Schemas['Role'];
/** A role with the part of the organisation that it is about; neither site nor team: all of it. */
export type Assignment = Schemas['Assignment'];
export type Me = Schemas['Me'];
export type Session = Schemas['Sessions']['items'][number];
/** A second factor that is offered, and becomes the account's with its first code. */
export type OfferedFactor = Schemas['SecondFactor'];
/** What a one-time link is for. */
export type Invitation = Schemas['LinkLook'];
