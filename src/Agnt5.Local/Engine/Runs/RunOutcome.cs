namespace Agnt5.Local.Engine.Runs;

/// <summary>How a run ended.</summary>
internal sealed record RunOutcome
{
    /// <summary>The output as UTF-8 JSON. Empty for none, and where it lies in the payload store.</summary>
    public ReadOnlyMemory<byte> Output { get; init; }

    /// <summary>The name of the output in the payload store, where the endpoint uploaded it.</summary>
    public string? OutputRef { get; init; }

    /// <summary>The error's code, for a run that failed or was cancelled.</summary>
    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }
}
