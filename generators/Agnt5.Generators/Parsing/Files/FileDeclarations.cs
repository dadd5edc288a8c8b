using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Generators.Parsing;

/// <summary>
/// The declarations of a file, without the bodies of methods, but with those of types that may hold state: what code of other files can mean by a name, and the names that the declarations
/// themselves have in them. A declaration of another file can matter to code only if a chain of such names leads there, or if all files see it.
/// </summary>
internal sealed class FileDeclarations
{
    private const string Suffix = "Attribute";

    private static readonly ConditionalWeakTable<SyntaxTree, FileDeclarations> PerTree = new();
    private static readonly Regex Word = new(@"\w+", RegexOptions.CultureInvariant);

    private readonly SyntaxNode _root;
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namesForAll = new(StringComparer.Ordinal);
    private string[]? _bodyNames;

    private FileDeclarations(SyntaxTree tree)
    {
        _root = tree.GetRoot();
        var hash = new TextHash();
        hash.Add((ulong)tree.Options.GetHashCode());
        foreach (var item in _root.DescendantNodesAndTokens(static node => !IsBody(node)))
            if (item.IsToken)
                Add(item.AsToken(), ref hash);
            else
                Add(item.AsNode()!, ref hash);
        Hash = hash.Value;
        HashForAll = HashOfGlobals();
    }

    /// <summary>A hash of all declarations.</summary>
    public ulong Hash { get; }

    /// <summary>A hash of the global usings and the assembly's attributes, or 0.</summary>
    public ulong HashForAll { get; }

    /// <summary>The names by which code of other files can mean a type of this one, or an alias.</summary>
    public IReadOnlyCollection<string> Declared => _declared;

    /// <summary>The names in the declarations.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>The namespaces that are declared.</summary>
    public IReadOnlyCollection<string> Namespaces => _namespaces;

    /// <summary>The names in the global usings and the assembly's attributes.</summary>
    public IReadOnlyCollection<string> NamesForAll => _namesForAll;

    /// <summary>
    /// Whether the declarations matter to code that does not name them: extension methods, JSON serializer contexts, which cover types of any file, and types of the namespaces in which compiler and
    /// generator look for types by themselves.
    /// </summary>
    public bool IsSeenByAll { get; private set; }

    /// <summary>The names in the bodies of the file, which lead only from this file to others.</summary>
    public IReadOnlyCollection<string> BodyNames => _bodyNames ??= [.. IdentifiersOf(_root).Where(name => !_names.Contains(name)).Distinct()];

    /// <summary>The declarations of a file, with the same result for one file.</summary>
    public static FileDeclarations Of(SyntaxTree tree) => PerTree.GetValue(tree, static tree => new(tree));

    private void Add(SyntaxNode node, ref TextHash hash)
    {
        switch (node)
        {
            case BaseTypeDeclarationSyntax type:
                Declare(type.Identifier.ValueText);
                break;
            case DelegateDeclarationSyntax type:
                Declare(type.Identifier.ValueText);
                break;
            case BaseNamespaceDeclarationSyntax space:
                AddNamespace(space);
                break;
            // Top-level statements are a part of this class.
            case GlobalStatementSyntax:
                Declare("Program");
                break;
        }

        if (!IsBody(node))
            return;
        // The hash shows whether there is a body, because generated code gives a body to agents without one.
        hash.Add("{}");
        // Whether a getter's value is lost on the wire is found in the code of its type. Names there lead nowhere: the code of other types is not looked at.
        if (MayHoldState(node))
            foreach (var token in node.DescendantTokens())
                hash.Add(token.Text);
    }

    private void Declare(string name)
    {
        _declared.Add(name);
        if (name.EndsWith(Suffix, StringComparison.Ordinal))
            _declared.Add(name.Substring(0, name.Length - Suffix.Length));
    }

    private void AddNamespace(BaseNamespaceDeclarationSyntax space)
    {
        var around = space.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Select(static outer => outer.Name.ToString()).Reverse();
        var name = string.Join(".", around.Concat([space.Name.ToString()])).Replace(" ", "").Replace("@", "");
        _namespaces.Add(name);
        IsSeenByAll |= name.Split('.')[0] is "System" or "Microsoft" or "Agnt5";
    }

    private void Add(SyntaxToken token, ref TextHash hash)
    {
        hash.Add(token.Text);
        if (token.IsKind(SyntaxKind.IdentifierToken))
            _names.Add(token.ValueText);
        // 'extension' is a keyword of its own in newer versions of C#.
        IsSeenByAll |= (token.IsKind(SyntaxKind.ThisKeyword) && token.Parent is ParameterSyntax) || token.Text is "extension" or "JsonSerializerContext";
        foreach (var trivia in token.LeadingTrivia)
            if (trivia.IsDirective || IsDocumentation(trivia))
                AddText(trivia.ToFullString(), ref hash);
    }

    private void AddText(string text, ref TextHash hash)
    {
        hash.Add(text);
        if (text.IndexOf("inheritdoc", StringComparison.Ordinal) >= 0)
            foreach (Match word in Word.Matches(text))
                _names.Add(word.Value);
    }

    private ulong HashOfGlobals()
    {
        if (_root is not CompilationUnitSyntax unit)
            return 0;
        var globals = unit.Usings.Where(static one => !one.GlobalKeyword.IsKind(SyntaxKind.None)).ToArray();
        foreach (var alias in globals.Select(static one => one.Alias).OfType<NameEqualsSyntax>())
            Declare(alias.Name.Identifier.ValueText);
        var hash = new TextHash();
        foreach (var token in globals.Concat<SyntaxNode>(unit.AttributeLists).SelectMany(static node => node.DescendantTokens()))
        {
            hash.Add(token.Text);
            if (token.IsKind(SyntaxKind.IdentifierToken))
                _namesForAll.Add(token.ValueText);
        }

        return hash.Value;
    }

    private static IEnumerable<string> IdentifiersOf(SyntaxNode node) =>
        node.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText);

    // Directives in a body may reach beyond it. Accessors are included in full, because they decide whether a property has a backing field.
    private static bool IsBody(SyntaxNode node) =>
        !node.ContainsDirectives
        && (node is GlobalStatementSyntax || (node is BlockSyntax or ArrowExpressionClauseSyntax && node.Parent is BaseMethodDeclarationSyntax));

    private static bool MayHoldState(SyntaxNode body) =>
        body.Parent?.Parent is TypeDeclarationSyntax type && !type.Modifiers.Any(SyntaxKind.StaticKeyword);

    private static bool IsDocumentation(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        || (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && trivia.ToString().StartsWith("///", StringComparison.Ordinal));
}
