/** A handler for hosts that speak the Fetch API. */
export interface Agnt5Handler {
  /** Answers a request: the protocol's two routes, and 404 for everything else. It does not reject. */
  fetch(request: Request, env?: object, ctx?: object): Promise<Response>;
  /** Starts the endpoint, which else starts at the first request. It rejects with what is wrong. */
  ready(env?: object): Promise<void>;
  /** Whether a URL is one of the protocol's two routes, so that an app in front knows what is its own. */
  isRoute(url: string): boolean;
}

/** Creates a handler. */
export function createAgnt5(options?: Agnt5Options): Agnt5Handler;

/** The handler with the options of the environment. */
export const agnt5: Agnt5Handler;

/** What a function of the options is asked about. */
export interface Agnt5Request {
  /** The environment: the bindings that came with the request (Workers), else the option `env`, else the environment of the process. */
  readonly env: Record<string, any>;
  /** The headers of the request. Nobody has verified them yet. */
  readonly headers: Headers;
}

/** A function that C# calls by `JavaScriptServices.CallAsync`. */
export type Agnt5Service = (argument: string) => string | Promise<string>;

/** Texts and functions for the C# side, by name: own properties of an object. What is undefined is not handed in. */
export type Agnt5Services = Record<string, string | Agnt5Service | undefined>;

type Answer<T> = T | Promise<T>;

/** The options of a handler. What is undefined was not given. */
export interface Agnt5Options {
  /**
   * The signing secret; a list accepts each of them, to rotate without downtime. A function is asked at each request for one of the two routes, so let it answer fast. Default: the variables
   * AGNT5_SERVERLESS_SIGNING_SECRET, AGNT5_WORKERLESS_SIGNING_SECRET, WORKERLESS_SIGNING_SECRET, read at each request.
   */
  signingSecret?: string | readonly string[] | ((request: Agnt5Request) => Answer<string | readonly string[] | undefined>) | undefined;
  /** The kill switch: false answers both routes with 503. A function returns true or false, and no text. Default: the variable AGNT5_SERVERLESS_ENABLED, read at each request. */
  enabled?: boolean | ((request: Agnt5Request) => Answer<boolean>) | undefined;
  /** The service's name in the manifest. Default: what Program.cs sets. */
  serviceName?: string | undefined;
  /** The service's version in the manifest. Default: the version that the platform deployed, else what Program.cs sets, else the version of the program. */
  serviceVersion?: string | undefined;
  /** What the components get as JavaScriptServices. A function gets the environment, once. */
  services?: Agnt5Services | ((env: Record<string, any>) => Agnt5Services) | undefined;
  /** The environment. Default: the environment of the process. */
  env?: Record<string, string | undefined> | undefined;
  /** The engine. Default: the addon where the package has one for this platform, else WebAssembly. */
  engine?: 'addon' | 'wasm' | undefined;
  /** Takes the lines of the log. Default: the console. */
  log?: ((level: Agnt5LogLevel, category: string, text: string) => void) | undefined;
  /** The path that the handler is mounted under, such as `/hooks`, where the host does not take it off. Default: none. */
  prefix?: string | undefined;
}

export type Agnt5LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'critical';

/** What this package throws. */
export class Agnt5HostError extends Error {
  private constructor(code: Agnt5HostErrorCode, message: string, cause?: unknown);
  /** What happened, in one word. */
  readonly code: Agnt5HostErrorCode;
}

export type Agnt5HostErrorCode =
  | 'OPTIONS_INVALID'
  | 'FILES_MISSING'
  | 'PROGRAM_FAILED'
  | 'ENDPOINT_INVALID'
  | 'ADDON_MISSING'
  | 'ADDON_FAILED'
  | 'ADDON_UNSUPPORTED'
  | 'EDGE_RUNTIME'
  | 'BODY_TAKEN';
