using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>One type: its model, the types that it names, and its problems. It holds symbols and lives as long as its compilation.</summary>
internal sealed record TypeNode
{
    /// <summary>The model, or <see langword="null"/> when the type cannot cross the wire at all.</summary>
    public TypeModel? Model { get; init; }

    public IReadOnlyList<TypeEdge> Edges { get; init; } = [];

    /// <summary>Models of member types for members that have their own converter.</summary>
    public IReadOnlyList<TypeModel> Converted { get; init; } = [];

    public IReadOnlyList<NodeProblem> Problems { get; init; } = [];

    /// <summary>What to improve in members of an input, apart from problems. Paths begin with the type's own name.</summary>
    public IReadOnlyList<NodeProblem> Advice { get; init; } = [];

    /// <summary>Whether the type does not exist (yet).</summary>
    public bool IsIncomplete { get; init; }

    public static TypeNode Incomplete { get; } = new() { IsIncomplete = true };

    public static TypeNode Of(TypeModel model, params TypeEdge[] edges) => new() { Model = model, Edges = edges };

    public static TypeNode Refused(string ruleId, string reason, ISymbol? cause = null) => new() { Problems = [new(ruleId, "", reason) { Cause = cause }] };

    /// <summary>The same type, whose own problems name it.</summary>
    public TypeNode Named(ITypeSymbol type) => Problems.Count == 0 ? this
        : this with { Problems = [.. Problems.Select(problem => problem.Path.Length > 0 ? problem : problem with { OfType = TypeNames.Shown(type) })] };
}

/// <summary>A type that another type names.</summary>
/// <param name="Path">The path to it: <c>.Lines</c> or <c>[]</c>.</param>
internal sealed record TypeEdge(ITypeSymbol Type, string Path)
{
    /// <summary>The rules from there on, if they differ from those of the type that names it.</summary>
    public JsonRules? Rules { get; init; }

    /// <summary>Whether the type may be untyped without a message: it holds extension data.</summary>
    public bool IsExtensionData { get; init; }
}

/// <summary>A problem with a type or one of its members.</summary>
/// <param name="Path">The member, or empty for the type itself.</param>
/// <param name="Reason">The second half of a sentence that begins with the path.</param>
/// <param name="Needs">The directions that the type must cross the wire in for the problem to matter, all of them.</param>
internal sealed record NodeProblem(string RuleId, string Path, string Reason, JsonUse Needs = 0)
{
    /// <summary>The declaration that has to change, if it is only one.</summary>
    public ISymbol? Cause { get; init; }

    /// <summary>The <c>JsonSerializerContext</c> that should cover the type, as generated code writes it.</summary>
    public string? Context { get; init; }

    /// <summary>The type that the problem is about, for people; <see langword="null"/> when the reason is about the place.</summary>
    public string? OfType { get; init; }

    /// <summary>What the type is, where the reason does not say it: a <c>type</c> or a <c>collection</c> that has the problem.</summary>
    public string? Noun { get; init; }

    /// <summary>The second half of a sentence that begins with a path: it names the type where the path does not.</summary>
    public string At(string path) => OfType is null ? Reason
        : path == OfType ? Noun is null ? Reason : $"is a {Noun} that {Reason}"
        : Noun == "collection" ? $"is the collection '{OfType}', which {Reason}"
        : $"is of type '{OfType}', which {Reason}";

    /// <summary>Whether the type still crosses the wire, although not as its author may think.</summary>
    public bool IsWarning => RuleIds.IsWarning(RuleId);

    public bool AppliesTo(JsonUse use) => (use & Needs) == Needs;
}
