using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.CodeFixes.Durability;

/// <summary>AGT4002: takes the value from the context, which gives every replay the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RandomValueFix)), Shared]
public sealed class RandomValueFix() : WorkflowCodeFix(RuleIds.RandomValue)
{
    private protected override Remedy? Find(WorkflowCode code)
    {
        if ((code.Call ?? code.Node) is not ExpressionSyntax making || code.Context is not { } context)
            return null;
        var replayed = code.Operation(making) switch
        {
            IInvocationOperation { TargetMethod: { Name: "NewGuid", ContainingType.Name: "Guid" } } => "NewGuid()",
            IMethodReferenceOperation { Method: { Name: "NewGuid", ContainingType.Name: "Guid" } } => "NewGuid",
            IPropertyReferenceOperation { Property: { Name: "Shared", ContainingType.Name: "Random" } } => "Random",
            // A derived class may make other numbers.
            IObjectCreationOperation { Type.Name: "Random", Arguments.IsEmpty: true } => "Random",
            _ => null,
        };
        if (replayed is null)
            return null;
        var text = $"{context}.{replayed}";
        return new($"Use '{text}'", "Use the context's random values", [new ReplaceExpression(code.Document.Id, making.Span, text)]);
    }
}
