using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Types;

/// <summary>AGT2013: names the enum in <c>JsonStringEnumConverter&lt;T&gt;</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReflectionConverterFix)), Shared]
public sealed class ReflectionConverterFix() : RemedyProvider(RuleIds.ReflectionConverter)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is not { ArgumentList.Arguments: [{ Expression: TypeOfExpressionSyntax converter }] } attribute
            || model.GetTypeInfo(converter.Type, cancellationToken).Type is not INamedTypeSymbol named || !Converters.IsStringEnum(named)
            || EnumOf(attribute, model, cancellationToken) is not { } converted)
            return null;

        var text = $"{converter.Type}<{converted.ToMinimalDisplayString(model, converter.SpanStart)}>";
        return new($"Use JsonStringEnumConverter<{converted.Name}>", "Name the enum", [new ReplaceExpression(document.Id, converter.Span, $"typeof({text})")]);
    }

    private static ITypeSymbol? EnumOf(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellationToken)
    {
        var type = attribute.Parent?.Parent switch
        {
            EnumDeclarationSyntax declaration => model.GetDeclaredSymbol(declaration, cancellationToken),
            PropertyDeclarationSyntax property => model.GetTypeInfo(property.Type, cancellationToken).Type,
            FieldDeclarationSyntax field => model.GetTypeInfo(field.Declaration.Type, cancellationToken).Type,
            ParameterSyntax { Type: { } parameter } => model.GetTypeInfo(parameter, cancellationToken).Type,
            _ => null,
        };
        return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? value : type;
    }
}
