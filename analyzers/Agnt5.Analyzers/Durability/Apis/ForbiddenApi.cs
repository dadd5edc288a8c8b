using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>Members of a type and its derived types that give another result on a replay, or repeat an action.</summary>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Namespace">The namespace of the type.</param>
/// <param name="Type">The name of the type, without type parameters.</param>
/// <param name="Members">The members' names; one that ends in <c>*</c> stands for all that begin so. <c>.ctor</c> is a constructor.</param>
internal sealed record ForbiddenApi(DiagnosticDescriptor Rule, string Namespace, string Type, params string[] Members)
{
    /// <summary>The namespace of a type that is known by its name alone.</summary>
    public const string AnyNamespace = "*";

    /// <summary>A further condition on a method.</summary>
    public Func<IMethodSymbol, bool>? Only { get; init; }

    /// <summary>The members that change something outside of the process, in the form of <see cref="Members"/>.</summary>
    public string[] Changes { get; init; } = [];

    public bool Has(ISymbol member) => IsAmong(Members, member) && (Only is null || (member is IMethodSymbol method && Only(method)));

    /// <summary>Whether a method changes something outside of the process.</summary>
    public bool IsChange(IMethodSymbol method) => IsAmong(Changes, method);

    private static bool IsAmong(string[] names, ISymbol member)
    {
        foreach (var name in names)
            if (name[name.Length - 1] == '*' ? member.Name.StartsWith(name.Substring(0, name.Length - 1), StringComparison.Ordinal) && member.Name != ".ctor" : member.Name == name)
                return true;
        return false;
    }
}
