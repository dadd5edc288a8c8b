using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT3011: a schedule starts runs with an empty object as input, so no member of the input may be required.</summary>
internal static class ScheduledInputRule
{
    private const int ListedNames = 6;

    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        foreach (var policy in PolicyMark.Of(method, known))
            if (policy.Kind == PolicyKind.Cron
                && ComponentInput.ParametersOf(method, known) is [_, ..] parameters
                && InputTree.Read(parameters, known, cancellationToken) is { } tree
                && Explain(tree) is { } problem)
                yield return new(
                    RuleIds.UnboundSchedule, policy.LocationAt(method, argument: null, cancellationToken), ShapeText.Of(method), $"starts on a schedule, which sends no input, and {problem}");
    }

    private static string? Explain(InputTree tree) => tree.Root switch
    {
        { Kind: InputValueKind.Scalar or InputValueKind.List, Name: var name } => $"its whole input is {name}, not an object: take an object without required members, or nothing",
        { Kind: InputValueKind.Object } root when RequiredIn(root).ToArray() is [_, ..] required =>
            $"its input needs {Listed(required)}: make {(required.Length == 1 ? "it" : "them")} nullable or give {(required.Length == 1 ? "it a default" : "them defaults")}",
        _ => null,
    };

    private static IEnumerable<string> RequiredIn(InputValue root)
    {
        if (root.NeedsDiscriminator)
            yield return root.Discriminator!;
        foreach (var member in root.Members)
            if (member.IsRequired)
                yield return member.JsonName;
    }

    private static string Listed(string[] names)
    {
        var shown = string.Join(", ", names.Take(ListedNames).Select(static name => $"'{name}'"));
        return names.Length > ListedNames ? $"{shown} and {names.Length - ListedNames} more" : shown;
    }
}
