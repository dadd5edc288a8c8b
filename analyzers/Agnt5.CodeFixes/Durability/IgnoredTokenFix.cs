using System.Composition;
using Agnt5.Analyzers.Durability;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.CodeFixes.Durability;

/// <summary>AGT4020: passes the step's token to each call in its body that takes one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IgnoredTokenFix)), Shared]
public sealed class IgnoredTokenFix() : WorkflowCodeFix(RuleIds.IgnoredToken)
{
    private protected override Remedy? Find(WorkflowCode code)
    {
        if (code.Node.FirstAncestorOrSelf<LambdaExpressionSyntax>() is not { } lambda || code.Operation(lambda) is not IAnonymousFunctionOperation function)
            return null;
        var edits = new List<Edit>();
        var token = function.Symbol.Parameters.FirstOrDefault(IgnoredToken.IsToken)?.Name;
        if (token is null)
        {
            token = FreeNames.Variable("ct", lambda, code.Model);
            edits.Add(new AddLambdaParameter(code.Document.Id, lambda.Span, token));
        }

        var passed = Operations.WithFunctions(function.Body)
            .OfType<IInvocationOperation>()
            .Select(call => TokenArgument.Find(call, token, code))
            .OfType<AddArgument>()
            .ToArray();
        return passed.Length == 0 ? null : new($"Pass '{token}' on", "Pass the token on", [.. edits, .. passed]);
    }
}
