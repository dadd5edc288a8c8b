using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>A piece of a type's code.</summary>
/// <param name="Level">The type that declares it: the object's own type, or one of its base types.</param>
/// <param name="Role">When it runs.</param>
/// <param name="Name">The property, method or field that it belongs to.</param>
/// <param name="Code">The code, with the parameters that it takes.</param>
internal sealed record CodePiece(INamedTypeSymbol Level, CodeRole Role, string Name, SyntaxNode Code)
{
    private HashSet<string>? _variables;

    /// <summary>Whether a name is a variable of this code.</summary>
    public bool Declares(string name)
    {
        _variables ??= new(Code.DescendantNodesAndSelf().Counted(WorkKind.SyntaxNode).Select(OwnNames.VariableOf).OfType<string>(), StringComparer.Ordinal);
        return _variables.Contains(name) || (Role == CodeRole.Setter && name == "value");
    }
}

/// <summary>When a piece of code runs.</summary>
internal enum CodeRole
{
    Getter,
    Setter,
    Method,
    Constructor,

    /// <summary>The initializer of a field or property.</summary>
    Initializer,

    /// <summary>At a time that nothing here depends on: an operator, an event, a type inside of the type.</summary>
    Other,
}
