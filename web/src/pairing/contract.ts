import type { components } from '../contract/http.ts';

/** What screens and those who pair them speak with the server, by its contract. Instants are RFC 3339 in UTC. */
type Schemas = components['schemas'];

/** A code that waits, as the screen that shows it knows it. */
export type OfferedPairing = Schemas['OfferedPairing'];
export type PairingState = Schemas['PairingState'];
/** The same code as seen by whoever may take it. */
export type AskingScreen = Schemas['AskingScreen'];
export type ScreenSession = Schemas['ScreenSession'];
export type Playlist = Required<Schemas['PlaylistChoice']>;
export type Screen = Omit<Schemas['Screen'], 'playlist'> & { playlist: Playlist };
export type ScreenAlarm = NonNullable<Screen['alarm']>;
