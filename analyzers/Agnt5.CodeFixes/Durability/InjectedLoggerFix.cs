using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Durability;

/// <summary>AGT4018: logs to the context's logger.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InjectedLoggerFix)), Shared]
public sealed class InjectedLoggerFix() : WorkflowCodeFix(RuleIds.InjectedLogger)
{
    private protected override Remedy? Find(WorkflowCode code) =>
        code is { Node: ExpressionSyntax logger, Context: { } context }
            ? new($"Use '{context}.Logger'", "Use the context's logger", [new ReplaceExpression(code.Document.Id, logger.Span, $"{context}.Logger")])
            : null;
}
