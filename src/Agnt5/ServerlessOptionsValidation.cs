using Agnt5.Payloads;
using Agnt5.Primitives;

namespace Agnt5;

/// <summary>Checks the options once, at start-up, and names every fix in one message.</summary>
internal static class ServerlessOptionsValidation
{
    // A body is one block of pooled memory that doubles as it grows. A larger body would not fit into an array.
    private const long LargestBody = 512 * 1024 * 1024;

    // Sums with it stay far from the largest number, and no machine has so much memory.
    private const long MostUnverified = 1024L * 1024 * 1024 * 1024;

    private static readonly TimeSpan ShortestWindow = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestWindow = TimeSpan.FromHours(1);

    private static readonly TimeSpan LongestTransfer = TimeSpan.FromHours(1);

    private static readonly TimeSpan LongestHold = TimeSpan.FromHours(1);

    /// <exception cref="InvalidOperationException">An option cannot work; the message lists all that cannot.</exception>
    public static void ThrowIfInvalid(ServerlessOptions options)
    {
        string[] problems = [.. Problems(options)];
        if (problems.Length > 0)
            throw new InvalidOperationException($"The AGNT5 endpoint cannot start. {string.Join(" ", problems)}");
    }

    private static IEnumerable<string> Problems(ServerlessOptions options)
    {
        if (options.MaxRequestBodyBytes is < 1 or > LargestBody)
            yield return $"MaxRequestBodyBytes is {options.MaxRequestBodyBytes}: give a number of bytes from 1 to {LargestBody}.";
        if (options.RequestBodyTimeout < TimeSpan.FromMilliseconds(1) || options.RequestBodyTimeout > LongestTransfer)
            yield return $"RequestBodyTimeout is {options.RequestBodyTimeout}: give a time from 1 millisecond to {LongestTransfer}, for example 00:00:30.";
        if (options.MaxUnverifiedBytes is < 1 or > MostUnverified)
            yield return $"MaxUnverifiedBytes is {options.MaxUnverifiedBytes}: give a number of bytes from 1 to {MostUnverified}, for example {ServerlessOptions.DefaultMaxUnverifiedBytes}.";
        if (options.SigningSecretCacheTime < TimeSpan.Zero || options.SigningSecretCacheTime > LongestHold)
            yield return $"SigningSecretCacheTime is {options.SigningSecretCacheTime}: give a time from 00:00:00 to {LongestHold}, for example 00:00:30.";
        if (options.MaxJsonDepth is < JsonDepth.Least or > JsonDepth.Most)
            yield return $"MaxJsonDepth is {options.MaxJsonDepth}: give a number of levels from {JsonDepth.Least} to {JsonDepth.Most}.";
        if (options.ServiceName is not null && string.IsNullOrWhiteSpace(options.ServiceName))
            yield return "ServiceName is blank: give the service a name, or leave the option out.";
        if (options.ServiceVersion is not null && string.IsNullOrWhiteSpace(options.ServiceVersion))
            yield return "ServiceVersion is blank: give the service a version, or leave the option out.";
        if (Several(
            (nameof(options.SigningSecret), options.SigningSecret),
            (nameof(options.SigningSecretResolver), options.SigningSecretResolver),
            (nameof(options.RequestSigningSecretResolver), options.RequestSigningSecretResolver)) is { } secrets)
            yield return secrets;
        if (Several(
            (nameof(options.Enabled), options.Enabled),
            (nameof(options.EnabledResolver), options.EnabledResolver),
            (nameof(options.RequestEnabledResolver), options.RequestEnabledResolver)) is { } switches)
            yield return switches;
        if (options.SignatureWindow < ShortestWindow || options.SignatureWindow > LongestWindow)
            yield return $"SignatureWindow is {options.SignatureWindow}: give a time from {ShortestWindow} to {LongestWindow}, for example 00:05:00.";
        if (options is { AllowUnsigned: true, IsDevelopment: false, AllowUnsignedInProduction: false })
        {
            yield return "AllowUnsigned is on outside of Development, where anyone who reaches the endpoint could invoke it: configure a signing secret and leave AllowUnsigned out, or run in "
                + "Development (ASPNETCORE_ENVIRONMENT=Development). If nobody but AGNT5 reaches the endpoint, set AllowUnsignedInProduction as well.";
        }

        if (options is { IncludeErrorDetails: true, IsDevelopment: false, IncludeErrorDetailsInProduction: false })
        {
            yield return "IncludeErrorDetails is on outside of Development, where failed runs would show how the code is built: leave it out and read the log, or run in Development "
                + "(ASPNETCORE_ENVIRONMENT=Development). If everyone who sees a run may see its exceptions, set IncludeErrorDetailsInProduction as well.";
        }

        if (options.OutboundGuard.Timeout <= TimeSpan.Zero || options.OutboundGuard.Timeout > LongestTransfer)
            yield return $"OutboundGuard.Timeout is {options.OutboundGuard.Timeout}: give a time from 1 millisecond to {LongestTransfer}, for example 00:00:30.";
        if (options.OutboundGuard.AllowedHosts.Count == 0 && !OutboundHandler.ChecksConnections(options.OutboundGuard))
            yield return $"OutboundGuard.AllowedHosts is empty, and {Unseen(options.OutboundGuard)}: name the hosts of the object store, for example store.example.com.";
        foreach (var port in options.OutboundGuard.AllowedPorts.Where(static port => port is < 0 or > ushort.MaxValue))
            yield return $"OutboundGuard.AllowedPorts has {port}: give ports from 1 to {ushort.MaxValue}, for example 443, or 0 for any.";
        foreach (var host in options.OutboundGuard.AllowedHosts.Where(static host => !HostPattern.IsValid(host)))
            yield return $"OutboundGuard.AllowedHosts has '{host}': give a host like store.example.com, or *.example.com, without scheme, port and path.";
    }

    private static string? Several(params (string Name, object? Value)[] options)
    {
        string[] set = [.. options.Where(static option => option.Value is not null).Select(static option => option.Name)];
        return set.Length < 2 ? null : $"{string.Join(" and ", set)} are {(set.Length == 2 ? "both" : "all")} set: keep the one that should decide.";
    }

    private static string Unseen(OutboundGuardOptions guard) => guard.HandlerFactory is null
        ? "this platform does not show the addresses that names stand for"
        : "the handler of OutboundGuard.HandlerFactory does not show the addresses that names stand for";
}
