using Agnt5.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Hosting;

/// <summary>Writes a program for JavaScript hosts into the file of the program for ASP.NET Core, which stays as it is in the other branch.</summary>
internal sealed class ProgramOfBothHosts(CompilationUnitSyntax program, SemanticModel model)
{
    private readonly SharedCode _shared = new(model);
    private readonly string _lineEnd = program.DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToFullString() is { Length: > 0 } end ? end : "\n";

    /// <summary>The text of the file, or <see langword="null"/> when the program has another form.</summary>
    public string? Write()
    {
        if (ConfiguredHost.Find(program, model) is not { } host || !_shared.Has(host.Catalog))
            return null;
        var statements = program.Members.OfType<GlobalStatementSyntax>().ToArray();
        var text = program.SyntaxTree.GetText();
        var changes = Usings(text).ToList();
        changes.Add(Before(text, statements[0], $"#if {JavaScriptCode.Symbol}", Serve(host), "#else"));
        changes.Add(After(text, statements[statements.Length - 1], "#endif"));
        return text.WithChanges(changes).ToString();
    }

    private string Serve(ConfiguredHost host)
    {
        var taking = new TakenStatements(model, _shared);
        var taken = host.Statements.SelectMany(taking.Of).ToArray();
        return taken switch
        {
            [] => $"JavaScriptHost.Serve({host.Catalog});",
            [var only] when !only.Contains('\n') && !only.EndsWith("}", StringComparison.Ordinal) => $"JavaScriptHost.Serve({host.Catalog}, (services, options) => {only});",
            _ => $"JavaScriptHost.Serve({host.Catalog}, (services, options) =>{_lineEnd}{{{_lineEnd}{string.Concat(taken.Select(Line))}}});",
        };
    }

    private string Line(string statement) => $"    {statement}{(statement.EndsWith("}", StringComparison.Ordinal) ? "" : ";")}{_lineEnd}";

    // Each run of directives that only ASP.NET Core needs.
    private IEnumerable<TextChange> Usings(SourceText text)
    {
        for (var index = 0; index < program.Usings.Count; index++)
        {
            if (_shared.Has(program.Usings[index]))
                continue;
            var first = index;
            while (index + 1 < program.Usings.Count && !_shared.Has(program.Usings[index + 1]))
                index++;
            yield return Before(text, program.Usings[first], $"#if !{JavaScriptCode.Symbol}");
            yield return After(text, program.Usings[index], "#endif");
        }
    }

    private TextChange Before(SourceText text, SyntaxNode node, params string[] lines) =>
        new(new(text.Lines.GetLineFromPosition(node.SpanStart).Start, 0), string.Concat(lines.Select(line => line + _lineEnd)));

    private TextChange After(SourceText text, SyntaxNode node, string line)
    {
        var last = text.Lines.GetLineFromPosition(node.Span.End);
        return last.EndIncludingLineBreak > last.End ? new(new(last.EndIncludingLineBreak, 0), line + _lineEnd) : new(new(last.End, 0), _lineEnd + line + _lineEnd);
    }
}
