using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Cli.Diagrams.Sources;

/// <summary>The C# of projects as it is written: the components, all methods by name, and constants.</summary>
internal sealed class SourceCode
{
    private readonly List<SourceComponent> _components = [];
    private readonly Dictionary<string, List<MethodDeclarationSyntax>> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<VariableDeclaratorSyntax>> _fields = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _problems = [];

    public IReadOnlyList<SourceComponent> Components => _components;

    /// <summary>What is no C#.</summary>
    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>Reads the files of a project.</summary>
    /// <exception cref="CliException">A file cannot be read.</exception>
    public void Add(ProjectSource project, CancellationToken cancellationToken)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None, preprocessorSymbols: project.Symbols);
        List<CompilationUnitSyntax> roots = [];
        foreach (var file in project.Files)
            roots.Add(CSharpSyntaxTree.ParseText(Read(file), options, file, cancellationToken: cancellationToken).GetCompilationUnitRoot(cancellationToken));
        foreach (var root in roots)
        {
            _problems.AddRange(root.SyntaxTree.GetDiagnostics(cancellationToken).Where(static problem => problem.Severity == DiagnosticSeverity.Error));
            foreach (var node in root.DescendantNodes(static node => node is not (StatementSyntax or ExpressionSyntax)))
            {
                if (node is MethodDeclarationSyntax method)
                    ListOf(_methods, method.Identifier.ValueText).Add(method);
                else if (node is FieldDeclarationSyntax field && IsConstant(field))
                    foreach (var variable in field.Declaration.Variables)
                        ListOf(_fields, variable.Identifier.ValueText).Add(variable);
            }
        }

        // Names may be constants, so all of them are known first.
        foreach (var method in roots.SelectMany(static root => root.DescendantNodes(static node => node is not (StatementSyntax or ExpressionSyntax))).OfType<MethodDeclarationSyntax>())
            if (SourceComponent.Of(method, this) is { } component)
                _components.Add(component);
    }

    /// <summary>The methods of a name.</summary>
    public IReadOnlyList<MethodDeclarationSyntax> Methods(string name) => _methods.GetValueOrDefault(name) ?? [];

    /// <summary>
    /// The value of a <c>const</c> or <c>static readonly</c> field, named by itself within its type or behind its type, or <see langword="null"/> where the name may mean something else.
    /// </summary>
    public ExpressionSyntax? Field(ExpressionSyntax reference) => reference switch
    {
        IdentifierNameSyntax own when !DeclaredNames.IsLocal(own) =>
            own.Ancestors().OfType<BaseTypeDeclarationSyntax>().Select(type => FieldOf(type.Identifier.ValueText, own.Identifier.ValueText)).FirstOrDefault(static value => value is not null),
        MemberAccessExpressionSyntax { Expression: var type } member when DeclaredNames.IsType(type) => FieldOf(SourceText.LastName(type), member.Name.Identifier.ValueText),
        _ => null,
    };

    /// <summary>The name of the type that a node stands in.</summary>
    public static string? TypeOf(SyntaxNode node) => node.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.ValueText;

    /// <summary>The part of a method that has a body: a partial method has two parts.</summary>
    public MethodDeclarationSyntax WithBody(MethodDeclarationSyntax method) => HasBody(method)
        ? method
        : Methods(method.Identifier.ValueText).FirstOrDefault(other => HasBody(other) && TypeOf(other) == TypeOf(method)
            && other.ParameterList.Parameters.Count == method.ParameterList.Parameters.Count) ?? method;

    public static bool HasBody(MethodDeclarationSyntax method) => method.Body is not null || method.ExpressionBody is not null;

    private ExpressionSyntax? FieldOf(string type, string name) =>
        (_fields.GetValueOrDefault(name) ?? []).Where(variable => TypeOf(variable) == type).ToArray() is [var one] ? one.Initializer?.Value : null;

    private static bool IsConstant(FieldDeclarationSyntax field) =>
        field.Modifiers.Any(SyntaxKind.ConstKeyword) || (field.Modifiers.Any(SyntaxKind.StaticKeyword) && field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword));

    private static List<T> ListOf<T>(Dictionary<string, List<T>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        return list;
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.Failed, "SOURCE_UNREADABLE", $"{file} could not be read. {exception.Message}", exception);
        }
    }
}
