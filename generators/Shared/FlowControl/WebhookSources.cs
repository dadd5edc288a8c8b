namespace Agnt5.Shared;

/// <summary>The sources whose webhooks AGNT5 takes (protocol section 2). Upper and lower case do not matter.</summary>
internal static class WebhookSources
{
    private static readonly NamedThing[] Known = [.. new[] { "standard", "sentry", "stripe", "github", "slack" }.Select(static name => new NamedThing(name, name))];

    /// <summary>The problem with a source, or <see langword="null"/>.</summary>
    public static string? FindProblem(string? source) => Known.Any(known => string.Equals(known.WireName, source, StringComparison.OrdinalIgnoreCase))
        ? null
        : $"is started by webhooks of {QuotedText.Of(source ?? "")}, which AGNT5 does not accept: it accepts those of 'standard', 'sentry', 'stripe', 'github' and 'slack'";

    /// <summary>The nearest source, or <see langword="null"/> when none is near.</summary>
    public static string? FindNearest(string? source) => source is null ? null : NearestName.Find(source, Known);
}
