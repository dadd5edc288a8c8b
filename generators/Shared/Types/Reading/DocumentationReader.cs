using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>Finds the documentation of a declaration: its <c>[Description]</c>, and the comments that may describe it.</summary>
internal static class DocumentationReader
{
    // More levels than any real inheritance of documentation; a circle of crefs ends there.
    private const int MaxInheritance = 8;

    /// <summary>The documentation of a type or method.</summary>
    public static Documentation Of(ISymbol symbol, KnownSymbols known, CancellationToken cancellationToken) =>
        new(DescriptionOf(symbol, known), CommentsOf(symbol, null, known, cancellationToken).ToEquatableArray());

    /// <summary>The documentation of a component. Its attribute may add a description.</summary>
    public static Documentation OfComponent(IMethodSymbol method, ComponentMark mark, KnownSymbols known, CancellationToken cancellationToken)
    {
        var documentation = Of(method, known, cancellationToken);
        var written = mark.Attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "Description").Value.Value;
        return written is string description ? documentation with { Description = description } : documentation;
    }

    /// <summary>The documentation of a method's parameter.</summary>
    public static Documentation OfParameter(IParameterSymbol parameter, KnownSymbols known, CancellationToken cancellationToken) =>
        new(DescriptionOf(parameter, known), CommentsOf(parameter.ContainingSymbol, parameter.Name, known, cancellationToken).ToEquatableArray());

    /// <summary>The documentation of a property or field.</summary>
    /// <param name="carrier">The constructor parameter that carries the member's value, if there is one: its documentation counts if the member has none.</param>
    public static Documentation OfMember(ISymbol member, IParameterSymbol? carrier, KnownSymbols known, CancellationToken cancellationToken)
    {
        var comments = IsPositional(member, cancellationToken)
            ? CommentsOf(member.ContainingType, member.Name, known, cancellationToken)
            : CommentsOf(member, null, known, cancellationToken);
        var description = DescriptionOf(member, known);
        if (carrier is not null)
        {
            description ??= DescriptionOf(carrier, known);
            comments = comments.Concat(CommentsOf(carrier.ContainingSymbol, carrier.Name, known, cancellationToken));
        }

        return new(description, comments.Distinct().ToEquatableArray());
    }

    private static string? DescriptionOf(ISymbol symbol, KnownSymbols known)
    {
        if (known.DescriptionAttribute is null)
            return null;
        foreach (var data in symbol.GetAttributes())
            if (SymbolEqualityComparer.Default.Equals(data.AttributeClass, known.DescriptionAttribute) && data.ConstructorArguments is [{ Value: string text }])
                return text;
        return null;
    }

    /// <summary>Whether a property is declared by a record's parameter, whose documentation is the record's <c>&lt;param&gt;</c>.</summary>
    private static bool IsPositional(ISymbol member, CancellationToken cancellationToken) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is ParameterSyntax;

    private static IEnumerable<DocumentationComment> CommentsOf(
        ISymbol symbol, string? parameter, KnownSymbols known, CancellationToken cancellationToken, int depth = 0)
    {
        symbol = symbol.OriginalDefinition;
        if (symbol.DeclaringSyntaxReferences.IsEmpty)
        {
            if (symbol.ContainingAssembly is { } assembly && symbol.GetDocumentationCommentId() is { } id)
                yield return new() { Id = new(assembly.Name, id), Parameter = parameter, Inherited = InheritedBy(InheritedDocumentation.SourceOf(symbol)) };
            yield break;
        }

        foreach (var declaration in CommentText.DeclarationsOf(symbol, cancellationToken))
            if (CommentText.Of(declaration) is { } xml)
                yield return new() { Xml = xml, Parameter = parameter, Inherited = InheritedBy(InheritedDocumentation.SourceOf(symbol, xml, declaration, known, cancellationToken)) };

        EquatableArray<DocumentationComment> InheritedBy(ISymbol? source) =>
            source is null || depth == MaxInheritance
                ? default
                : CommentsOf(source, NameIn(source), known, cancellationToken, depth + 1).ToEquatableArray();

        // An override may use other parameter names.
        string? NameIn(ISymbol source) =>
            symbol is IMethodSymbol method && source is IMethodSymbol other && method.Parameters.FirstOrDefault(candidate => candidate.Name == parameter) is { } own
            && own.Ordinal < other.Parameters.Length
                ? other.Parameters[own.Ordinal].Name
                : parameter;
    }
}
