namespace Agnt5.Local.Hosting;

/// <summary>Whose turn it is after an error. The gateway makes an HTTP status of it.</summary>
internal enum EngineErrorKind
{
    /// <summary>The caller asked for something that makes no sense: 400.</summary>
    Invalid,

    /// <summary>The caller does not prove who it is: 401.</summary>
    Unauthorized,

    /// <summary>There is no such run, deployment, component or batch: 404.</summary>
    NotFound,

    /// <summary>It cannot be done as things are now: 409.</summary>
    Conflict,

    /// <summary>The engine has too much to do: 503. The same call may work a little later.</summary>
    Busy,

    /// <summary>An endpoint does not answer as the protocol says: 502.</summary>
    Unreachable,

    /// <summary>A bug in the engine, or a store that does not work: 500.</summary>
    Internal,
}
