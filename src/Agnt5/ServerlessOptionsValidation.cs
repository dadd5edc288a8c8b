using System.Globalization;
using Agnt5.Payloads;
using Agnt5.Primitives;

namespace Agnt5;

/// <summary>Checks the options once, at start-up, and names every fix in one message.</summary>
internal static class ServerlessOptionsValidation
{
    /// <exception cref="InvalidOperationException">An option cannot work; the message lists all that cannot.</exception>
    public static void ThrowIfInvalid(ServerlessOptions options)
    {
        string[] problems = [.. Problems(options)];
        if (problems.Length > 0)
            throw new InvalidOperationException($"The AGNT5 endpoint cannot start. {string.Join(" ", problems)}");
    }

    private static IEnumerable<string> Problems(ServerlessOptions options)
    {
        foreach (var problem in NumbersOutOfRange(options))
            yield return problem;
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

        // Where the platform has a handler of its own, nobody chose it, and most endpoints need no store: the guard refuses then at the first use.
        if (options.OutboundGuard is { AllowedHosts.Count: 0, HandlerFactory: not null })
        {
            yield return "OutboundGuard.AllowedHosts is empty, and the handler of OutboundGuard.HandlerFactory does not show the addresses that names stand for: name the hosts of the object store, "
                + "for example store.example.com.";
        }

        foreach (var port in options.OutboundGuard.AllowedPorts.Where(static port => port is < 0 or > ushort.MaxValue))
            yield return $"OutboundGuard.AllowedPorts has {port}: give ports from 1 to {ushort.MaxValue}, for example 443, or 0 for any.";
        foreach (var host in options.OutboundGuard.AllowedHosts.Where(static host => !HostPattern.IsValid(host)))
            yield return $"OutboundGuard.AllowedHosts has '{host}': give a host like store.example.com, or *.example.com, without scheme, port and path.";
    }

    private static IEnumerable<string> NumbersOutOfRange(ServerlessOptions options) => new[]
    {
        Check(nameof(options.MaxRequestBodyBytes), options.MaxRequestBodyBytes),
        Check(nameof(options.RequestBodyTimeout), options.RequestBodyTimeout),
        Check(nameof(options.MaxUnverifiedBytes), options.MaxUnverifiedBytes),
        Check(nameof(options.SigningSecretCacheTime), options.SigningSecretCacheTime),
        Check(nameof(options.SignatureWindow), options.SignatureWindow),
        Check(nameof(options.MaxJsonDepth), options.MaxJsonDepth),
        Check(nameof(options.OutboundGuard.Timeout), options.OutboundGuard.Timeout, nameof(OutboundGuardOptions), $"{nameof(options.OutboundGuard)}."),
    }.OfType<string>();

    private static string? Check(string name, TimeSpan value, string type = nameof(ServerlessOptions), string prefix = "") =>
        OptionRange.ByName[$"{type}.{name}"] is var range && range.Contains(value.Ticks) ? null : $"{prefix}{name} is {value}: give {range.Advice}.";

    private static string? Check(string name, long value) =>
        OptionRange.ByName[$"{nameof(ServerlessOptions)}.{name}"] is var range && range.Contains(value)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{name} is {value}: give {range.Advice}.");

    private static string? Several(params (string Name, object? Value)[] options)
    {
        string[] set = [.. options.Where(static option => option.Value is not null).Select(static option => option.Name)];
        return set.Length < 2 ? null : $"{string.Join(" and ", set)} are {(set.Length == 2 ? "both" : "all")} set: keep the one that should decide.";
    }
}
