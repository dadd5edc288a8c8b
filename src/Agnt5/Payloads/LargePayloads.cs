using System.Diagnostics.CodeAnalysis;
using Agnt5.Protocol;

namespace Agnt5.Payloads;

/// <summary>Whether a program has what fetches inputs from object stores and stores outputs there.</summary>
internal static class LargePayloads
{
    private const string Switch = "Agnt5.LargePayloads.IsSupported";
    private const string Cause = "this endpoint was built without large payloads (Agnt5LargePayloads=false in its project)";

    /// <summary>On, unless the project sets <c>Agnt5LargePayloads</c> to false: then trimming leaves out the HTTP client, and TLS with it.</summary>
    [FeatureSwitchDefinition(Switch)]
    public static bool AreSupported => !AppContext.TryGetSwitch(Switch, out var isOn) || isOn;

    /// <summary>The answer to an input that came by reference, where nothing can fetch it.</summary>
    public static Failure InputRefused { get; } =
        new(400, ErrorCodes.InputRefUnsupported, $"The input_ref cannot be used: {Cause}. Send a smaller input, or build the endpoint with them.") { IsFinal = true };

    /// <summary>The answer in the place of an output that is over the caller's threshold, where nothing can store it.</summary>
    /// <param name="size">The output's length in bytes.</param>
    public static Failure OutputRefused(long size) => new(
        413,
        ErrorCodes.PayloadTooLarge,
        $"The output cannot be stored: it has {size} bytes, more than its threshold_bytes, and {Cause}. Return a smaller output, or build the endpoint with them.") { IsFinal = true };
}
