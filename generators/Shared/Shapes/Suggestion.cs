using System.Collections.Immutable;

namespace Agnt5.Shared;

/// <summary>A suggested value for an argument, which a rule passes to its code fix.</summary>
/// <param name="Text">The new text or number; empty to leave the argument out.</param>
/// <param name="Title">The title in the editor's menu.</param>
internal sealed record Suggestion(string Text, string Title)
{
    private const string TextProperty = "Suggestion";
    private const string TitleProperty = "SuggestionTitle";

    /// <summary>Whether the argument should be removed.</summary>
    public bool Removes => Text.Length == 0;

    /// <summary>Suggests to remove the argument.</summary>
    public static Suggestion Remove(string title) => new("", title);

    /// <summary>Reads the properties that <see cref="ToProperties"/> put into a diagnostic.</summary>
    public static Suggestion? Of(ImmutableDictionary<string, string?> properties) =>
        properties.TryGetValue(TextProperty, out var text) && properties.TryGetValue(TitleProperty, out var title) ? new(text!, title!) : null;

    public ImmutableDictionary<string, string?> ToProperties() => ImmutableDictionary<string, string?>.Empty.Add(TextProperty, Text).Add(TitleProperty, Title);
}
