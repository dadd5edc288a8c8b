using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>The text of a key, in which parameters of the function around it may stand.</summary>
/// <param name="Parts">The pieces of the text.</param>
internal sealed record KeyText(ImmutableArray<KeyPart> Parts)
{
    private string? _identity;

    /// <summary>Two keys with the same identity are the same text, whatever values their parameters have.</summary>
    public string Identity => _identity ??= string.Concat(Parts.Select(static part => part.Identity));

    public bool HasParameters => Parts.Any(static part => part.Parameter is not null);

    /// <summary>Whether the text has a value that each call of a function has anew.</summary>
    public bool IsOwn(IMethodSymbol function) => Parts.Any(part => SymbolEqualityComparer.Default.Equals(part.Owner, function));

    public static KeyText Constant(string text) => new([new KeyPart(text)]);

    public static KeyText Of(KeyPart part) => new([part]);

    /// <summary>The texts one after another, or <see langword="null"/> when one of them is unknown.</summary>
    public static KeyText? Join(params KeyText?[] texts) =>
        texts.Any(static text => text is null) ? null : new([.. texts.SelectMany(static text => text!.Parts)]);

    /// <summary>The text of a call whose arguments have these texts, by their ordinals; <see langword="null"/> when it is unknown.</summary>
    public KeyText? With(Func<int, KeyText?> arguments)
    {
        var parts = ImmutableArray.CreateBuilder<KeyPart>(Parts.Length);
        foreach (var part in Parts)
        {
            if (part.Parameter is not { } ordinal)
                parts.Add(part);
            else if (arguments(ordinal) is not { } argument)
                return null;
            else if (part.Text.Length == 0)
                parts.AddRange(argument.Parts);
            else if (argument.Parts is [{ IsValue: true } value])
                parts.Add(value with { Text = value.Text + part.Text });
            else
                return null;
        }

        return new(parts.ToImmutable());
    }
}

/// <summary>A piece of a key: a text, or a value that stays the same.</summary>
/// <param name="Text">The text. Of a parameter the members that are read: <c>.Id</c>. Of another value its name with them.</param>
/// <param name="Parameter">The ordinal of the parameter whose value it is.</param>
/// <param name="IsValue">Whether it is a value and not the text itself.</param>
/// <param name="Owner">The function whose variable it is: each of its calls has another value. Functions inside of it share the value.</param>
internal readonly record struct KeyPart(string Text, int? Parameter = null, bool IsValue = false, IMethodSymbol? Owner = null)
{
    // No text of a key has these characters.
    public string Identity => IsValue ? $"\u0001{Parameter?.ToString(CultureInfo.InvariantCulture)}{Text}\u0002" : Text;
}
