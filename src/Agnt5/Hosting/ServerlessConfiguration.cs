using System.Collections;
using System.Globalization;
using Agnt5.Primitives;

namespace Agnt5;

/// <summary>Sets <see cref="ServerlessOptions"/> from texts: a configuration file, the environment, a platform's bindings.</summary>
public static class ServerlessConfiguration
{
    /// <summary>The section that holds the options: <c>Agnt5:ServiceName</c>.</summary>
    public const string SectionName = "Agnt5";

    private const string Hosts = $"{nameof(ServerlessOptions.OutboundGuard)}:{nameof(OutboundGuardOptions.AllowedHosts)}";
    private const string Ports = $"{nameof(ServerlessOptions.OutboundGuard)}:{nameof(OutboundGuardOptions.AllowedPorts)}";

    /// <summary>Sets the options that stand in the environment, such as <c>Agnt5__ServiceName</c> or <c>Agnt5__OutboundGuard__AllowedHosts</c>. Names count in any case.</summary>
    /// <inheritdoc cref="Apply" path="/param[@name='options']"/>
    /// <inheritdoc cref="Apply" path="/exception"/>
    public static void ApplyEnvironment(ServerlessOptions options) => Apply(
        options,
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(static variable =>
            KeyValuePair.Create(((string)variable.Key).Replace("__", ":", StringComparison.Ordinal), (string?)variable.Value)));

    /// <summary>Sets every option that has a text. All others stay as they are.</summary>
    /// <param name="options">The options.</param>
    /// <param name="settings">
    /// Texts by name. A name is the section and the option: <c>Agnt5:OutboundGuard:Timeout</c>. Case does not matter. Of several texts for one name the last one counts. Names outside of the section
    /// are ignored. Hosts and ports are one text with commas (<c>Agnt5:OutboundGuard:AllowedHosts</c>), or one text for each (<c>…:AllowedHosts:0</c>).
    /// </param>
    /// <exception cref="InvalidOperationException">Values cannot be read; the message names each key and what to give instead.</exception>
    public static void Apply(ServerlessOptions options, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(settings);
        var texts = new Texts(settings);
        if (texts.IsEmpty)
            return; // As in most programs.

        options.ServiceName = texts[nameof(options.ServiceName)] ?? options.ServiceName;
        options.ServiceVersion = texts[nameof(options.ServiceVersion)] ?? options.ServiceVersion;
        options.SigningSecret = texts[nameof(options.SigningSecret)] ?? options.SigningSecret;
        options.Enabled = texts.Flag(nameof(options.Enabled)) ?? options.Enabled;
        options.AllowUnsigned = texts.Flag(nameof(options.AllowUnsigned)) ?? options.AllowUnsigned;
        options.AllowUnsignedInProduction = texts.Flag(nameof(options.AllowUnsignedInProduction)) ?? options.AllowUnsignedInProduction;
        options.SignatureWindow = texts.Duration(nameof(options.SignatureWindow), RangeOf(nameof(options.SignatureWindow))) ?? options.SignatureWindow;
        options.RequireMatchingAttempt = texts.Flag(nameof(options.RequireMatchingAttempt)) ?? options.RequireMatchingAttempt;
        options.CheckpointOnFailure = texts.Flag(nameof(options.CheckpointOnFailure)) ?? options.CheckpointOnFailure;
        options.AcceptUnaskedAnswers = texts.Flag(nameof(options.AcceptUnaskedAnswers)) ?? options.AcceptUnaskedAnswers;
        options.AcceptInputSessions = texts.Flag(nameof(options.AcceptInputSessions)) ?? options.AcceptInputSessions;
        options.IncludeErrorDetails = texts.Flag(nameof(options.IncludeErrorDetails)) ?? options.IncludeErrorDetails;
        options.IncludeErrorDetailsInProduction = texts.Flag(nameof(options.IncludeErrorDetailsInProduction)) ?? options.IncludeErrorDetailsInProduction;
        options.LogInputProblems = texts.Flag(nameof(options.LogInputProblems)) ?? options.LogInputProblems;
        options.QuoteRefusedValues = texts.Flag(nameof(options.QuoteRefusedValues)) ?? options.QuoteRefusedValues;
        options.IsDevelopment = texts.Flag(nameof(options.IsDevelopment)) ?? options.IsDevelopment;
        options.ValidateServices = texts.Flag(nameof(options.ValidateServices)) ?? options.ValidateServices;
        options.CaptureMessageContent = texts.Flag(nameof(options.CaptureMessageContent)) ?? options.CaptureMessageContent;
        options.MaxRequestBodyBytes = texts.Number(nameof(options.MaxRequestBodyBytes), RangeOf(nameof(options.MaxRequestBodyBytes))) ?? options.MaxRequestBodyBytes;
        options.RequestBodyTimeout = texts.Duration(nameof(options.RequestBodyTimeout), RangeOf(nameof(options.RequestBodyTimeout))) ?? options.RequestBodyTimeout;
        options.MaxUnverifiedBytes = texts.Number(nameof(options.MaxUnverifiedBytes), RangeOf(nameof(options.MaxUnverifiedBytes))) ?? options.MaxUnverifiedBytes;
        options.SigningSecretCacheTime = texts.Duration(nameof(options.SigningSecretCacheTime), RangeOf(nameof(options.SigningSecretCacheTime))) ?? options.SigningSecretCacheTime;
        options.MaxJsonDepth = texts.Count(nameof(options.MaxJsonDepth), RangeOf(nameof(options.MaxJsonDepth))) ?? options.MaxJsonDepth;
        ApplyGuard(options.OutboundGuard, texts);

        if (texts.Problems.Count > 0)
            throw new InvalidOperationException($"The AGNT5 endpoint cannot start. {string.Join(" ", texts.Problems)}");
    }

    private static OptionRange RangeOf(string name, string type = nameof(ServerlessOptions)) => OptionRange.ByName[$"{type}.{name}"];

    private static void ApplyGuard(OutboundGuardOptions guard, Texts texts)
    {
        const string section = nameof(ServerlessOptions.OutboundGuard);
        guard.AllowPrivateNetworks = texts.Flag($"{section}:{nameof(guard.AllowPrivateNetworks)}") ?? guard.AllowPrivateNetworks;
        guard.RequireHttps = texts.Flag($"{section}:{nameof(guard.RequireHttps)}") ?? guard.RequireHttps;
        guard.Timeout = texts.Duration($"{section}:{nameof(guard.Timeout)}", RangeOf(nameof(guard.Timeout), nameof(OutboundGuardOptions))) ?? guard.Timeout;
        foreach (var host in texts.List(Hosts))
            guard.AllowedHosts.Add(host);
        foreach (var port in texts.Ports(Ports))
            guard.AllowedPorts.Add(port);
    }

    /// <summary>The texts of the section, and what is wrong with them.</summary>
    private sealed class Texts
    {
        private readonly SortedDictionary<string, string?> _values = new(StringComparer.OrdinalIgnoreCase);

        public Texts(IEnumerable<KeyValuePair<string, string?>> settings)
        {
            const string prefix = $"{SectionName}:";
            foreach (var (key, value) in settings)
            {
                if (key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                    _values[key[prefix.Length..]] = value;
            }
        }

        public List<string> Problems { get; } = [];

        public bool IsEmpty => _values.Count == 0;

        public string? this[string key] => _values.GetValueOrDefault(key);

        /// <summary>The texts of a list: those in one text with commas, then those with a number each.</summary>
        public IEnumerable<string> List(string key) =>
            (this[key] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Concat(_values.Where(entry => entry.Key.StartsWith($"{key}:", StringComparison.OrdinalIgnoreCase)).Select(static entry => entry.Value ?? ""));

        public IEnumerable<int> Ports(string key)
        {
            foreach (var text in List(key))
            {
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
                    yield return port;
                else
                    Refuse(key, text, "ports with commas, like 443, 8443");
            }
        }

        public bool? Flag(string key) => Read<bool>(key, "true or false", static text => bool.TryParse(text, out var flag) ? flag : null);

        // A number that can be read and is out of range is left to the check at start-up, because code may replace it.
        public long? Number(string key, OptionRange range) => Read<long>(
            key, range.Advice, static text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

        public int? Count(string key, OptionRange range) => Read<int>(
            key, range.Advice, static text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

        public TimeSpan? Duration(string key, OptionRange range)
        {
            var isNumber = this[key] is { Length: > 0 } text && !text.AsSpan().TrimStart('-').ContainsAnyExceptInRange('0', '9');
            return Read<TimeSpan>(
                key,
                isNumber ? $"{range.Advice}; a number alone means days" : range.Advice,
                text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) && (!isNumber || range.Contains(duration.Ticks)) ? duration : null);
        }

        private T? Read<T>(string key, string expected, Func<string, T?> parse)
            where T : struct
        {
            if (this[key] is not { } text)
                return null;
            if (parse(text) is { } value)
                return value;

            Refuse(key, text, expected);
            return null;
        }

        private void Refuse(string key, string text, string expected) => Problems.Add($"The configuration value {SectionName}:{key} is '{text}': give {expected}.");
    }
}
