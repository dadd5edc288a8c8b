using Microsoft.Extensions.Configuration;

namespace Agnt5.AspNetCore;

/// <summary>Reads <see cref="ServerlessOptions"/> from the configuration section <c>Agnt5</c>.</summary>
internal static class ServerlessConfiguration
{
    public const string SectionName = "Agnt5";

    /// <exception cref="InvalidOperationException">Values cannot be read; the message names each key and what to give instead.</exception>
    public static void Bind(ServerlessOptions options, IConfiguration? configuration)
    {
        if (configuration is null)
            return;

        var section = configuration.GetSection(SectionName);
        var problems = new List<string>();
        options.ServiceName = section[nameof(options.ServiceName)] ?? options.ServiceName;
        options.ServiceVersion = section[nameof(options.ServiceVersion)] ?? options.ServiceVersion;
        options.SigningSecret = section[nameof(options.SigningSecret)] ?? options.SigningSecret;
        options.Enabled = Flag(section, nameof(options.Enabled), problems) ?? options.Enabled;
        options.AllowUnsigned = Flag(section, nameof(options.AllowUnsigned), problems) ?? options.AllowUnsigned;
        options.CheckpointOnFailure = Flag(section, nameof(options.CheckpointOnFailure), problems) ?? options.CheckpointOnFailure;
        options.AcceptUnaskedAnswers = Flag(section, nameof(options.AcceptUnaskedAnswers), problems) ?? options.AcceptUnaskedAnswers;
        options.IncludeErrorDetails = Flag(section, nameof(options.IncludeErrorDetails), problems) ?? options.IncludeErrorDetails;
        options.CaptureMessageContent = Flag(section, nameof(options.CaptureMessageContent), problems) ?? options.CaptureMessageContent;
        options.MaxRequestBodyBytes = Number(section, nameof(options.MaxRequestBodyBytes), problems) ?? options.MaxRequestBodyBytes;
        BindGuard(options.OutboundGuard, section.GetSection(nameof(options.OutboundGuard)), problems);

        if (problems.Count > 0)
            throw new InvalidOperationException($"The AGNT5 endpoint cannot start. {string.Join(" ", problems)}");
    }

    private static void BindGuard(OutboundGuardOptions guard, IConfigurationSection section, List<string> problems)
    {
        guard.AllowPrivateNetworks = Flag(section, nameof(guard.AllowPrivateNetworks), problems) ?? guard.AllowPrivateNetworks;
        guard.Timeout = Duration(section, nameof(guard.Timeout), problems) ?? guard.Timeout;

        // As a list, or as one text with commas, which is easier to set in an environment variable.
        var hosts = section.GetSection(nameof(guard.AllowedHosts));
        foreach (var host in (hosts.Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            guard.AllowedHosts.Add(host);
        foreach (var entry in hosts.GetChildren())
            guard.AllowedHosts.Add(entry.Value ?? "");
    }

    private static bool? Flag(IConfigurationSection section, string key, List<string> problems)
    {
        var text = section[key];
        if (text is null)
            return null;
        if (bool.TryParse(text, out var flag))
            return flag;

        problems.Add($"The configuration value {section.Path}:{key} is '{text}': give true or false.");
        return null;
    }

    private static long? Number(IConfigurationSection section, string key, List<string> problems)
    {
        var text = section[key];
        if (text is null)
            return null;
        if (long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return number;

        problems.Add($"The configuration value {section.Path}:{key} is '{text}': give a whole number of bytes.");
        return null;
    }

    private static TimeSpan? Duration(IConfigurationSection section, string key, List<string> problems)
    {
        var text = section[key];
        if (text is null)
            return null;
        if (TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var duration))
            return duration;

        problems.Add($"The configuration value {section.Path}:{key} is '{text}': give a time like 00:00:30.");
        return null;
    }
}
