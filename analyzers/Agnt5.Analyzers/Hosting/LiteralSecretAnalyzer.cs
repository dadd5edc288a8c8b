using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Hosting;

/// <summary>AGT5001: the source contains no signing secret, neither as the option nor in the list that a resolver returns.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LiteralSecretAnalyzer() : OptionRuleAnalyzer(Rules.LiteralSecret)
{
    private protected override bool IsNamed(string property) => property is "SigningSecret" or "SigningSecretResolver" or "RequestSigningSecretResolver";

    private protected override INamedTypeSymbol? OptionsOf(HostSymbols host) => host.Options;

    private protected override IEnumerable<IOperation> Find(IOperation value, IPropertyReferenceOperation option, OperationAnalysisContext context) =>
        option.Property.Name == "SigningSecret"
            ? PossibleValues.Of(value).Where(possible => IsLiteral(possible, context.CancellationToken))
            : Returned(value).Where(possible => IsLiteral(possible, context.CancellationToken));

    // A text, a constant, or a variable that is declared with a text. Blank text is not a secret.
    private static bool IsLiteral(IOperation value, CancellationToken cancellationToken) => value switch
    {
        { ConstantValue: { HasValue: true, Value: var constant } } => constant is string text && !string.IsNullOrWhiteSpace(text),
        ILocalReferenceOperation { Local: var local } => IsDeclaredWithText(local, cancellationToken),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => IsDeclaredWithText(field, cancellationToken),
        _ => false,
    };

    private static bool IsDeclaredWithText(ISymbol variable, CancellationToken cancellationToken) => variable.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancellationToken))
        .Any(static syntax => syntax is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax { Token.Value: string text } } && !string.IsNullOrWhiteSpace(text));

    // The entries of the lists that a resolver returns. Text that the resolver only passes on, such as a secret's name in a vault, does not count.
    private static IEnumerable<IOperation> Returned(IOperation resolver) =>
        from list in resolver.Descendants().Counted(WorkKind.Operation)
        where list is IArrayInitializerOperation or ICollectionExpressionOperation && IsReturned(list)
        from entry in list is IArrayInitializerOperation array ? array.ElementValues : ((ICollectionExpressionOperation)list).Elements
        from possible in PossibleValues.Of(entry)
        select possible;

    private static bool IsReturned(IOperation list)
    {
        for (var around = list.Parent; around is not null; around = around.Parent)
            switch (around)
            {
                case IReturnOperation:
                    return true;
                case IConversionOperation or IArrayCreationOperation or IConditionalOperation or ICoalesceOperation or IArgumentOperation:
                case IObjectCreationOperation { Type.Name: "ValueTask" }:
                case IInvocationOperation { TargetMethod.Name: "FromResult" }:
                    break;
                default:
                    return false;
            }

        return false;
    }
}
