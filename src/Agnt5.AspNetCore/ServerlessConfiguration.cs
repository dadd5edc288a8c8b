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
        options.IncludeErrorDetails = Flag(section, nameof(options.IncludeErrorDetails), problems) ?? options.IncludeErrorDetails;
        options.MaxRequestBodyBytes = Number(section, nameof(options.MaxRequestBodyBytes), problems) ?? options.MaxRequestBodyBytes;

        if (problems.Count > 0)
            throw new InvalidOperationException($"The AGNT5 endpoint cannot start. {string.Join(" ", problems)}");
    }

    private static bool? Flag(IConfigurationSection section, string key, List<string> problems)
    {
        var text = section[key];
        if (text is null)
            return null;
        if (bool.TryParse(text, out var flag))
            return flag;

        problems.Add($"The configuration value {SectionName}:{key} is '{text}': give true or false.");
        return null;
    }

    private static long? Number(IConfigurationSection section, string key, List<string> problems)
    {
        var text = section[key];
        if (text is null)
            return null;
        if (long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return number;

        problems.Add($"The configuration value {SectionName}:{key} is '{text}': give a whole number of bytes.");
        return null;
    }
}
