namespace Agnt5.Cli;

/// <summary>What the program ends with. Scripts depend on these numbers: docs/cli.md tells them.</summary>
internal static class ExitCodes
{
    /// <summary>What was asked for is done, and what was checked is right.</summary>
    public const int Success = 0;

    /// <summary>What was asked for did not go well: a run failed, a manifest is invalid, an endpoint is not healthy.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The gateway or the endpoint cannot be reached.</summary>
    public const int Unreachable = 3;

    /// <summary>The gateway or the endpoint refused the call: a wrong key, a missing right, a state that does not allow it.</summary>
    public const int Refused = 4;

    /// <summary>The command line of AGNT5 itself is needed, and not installed. Its command was printed.</summary>
    public const int NotInstalled = 5;

    /// <summary>Somebody pressed Ctrl+C.</summary>
    public const int Interrupted = 130;
}
