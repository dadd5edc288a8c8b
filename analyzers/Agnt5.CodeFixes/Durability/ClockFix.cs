using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.CodeFixes.Durability;

/// <summary>AGT4001: reads the context's clock, as the same type. A stopwatch has no fix: no replay can repeat its measurement.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClockFix)), Shared]
public sealed class ClockFix() : WorkflowCodeFix(RuleIds.Clock)
{
    private protected override Remedy? Find(WorkflowCode code)
    {
        if ((code.Call ?? code.Node) is not ExpressionSyntax reading
            || code.Context is not { } context
            || Member(code.Operation(reading)) is not { } member
            || Replayed(member) is not { } time)
            return null;
        var text = $"{context}.{time}";
        return new($"Use '{text}'", "Use the context's clock", [new ReplaceExpression(code.Document.Id, reading.Span, text)]);
    }

    private static ISymbol? Member(IOperation? reading) => reading switch
    {
        IPropertyReferenceOperation reference => reference.Property,
        IInvocationOperation call => call.TargetMethod,
        _ => null,
    };

    private static string? Replayed(ISymbol member) => (member.ContainingType.Name, member.Name) switch
    {
        ("DateTime", "UtcNow") => "UtcNow.UtcDateTime",
        ("DateTime", "Now") => "UtcNow.LocalDateTime",
        ("DateTime", "Today") => "UtcNow.LocalDateTime.Date",
        ("DateTimeOffset", "Now") or (_, "GetLocalNow") => "UtcNow.ToLocalTime()",
        ("DateTimeOffset", "UtcNow") or (_, "GetUtcNow") => "UtcNow",
        _ => null,
    };
}
