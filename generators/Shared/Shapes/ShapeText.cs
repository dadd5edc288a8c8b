using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The names of symbols in messages.</summary>
internal static class ShapeText
{
    private const string AttributeSuffix = "Attribute";

    private static readonly SymbolDisplayFormat MemberFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat ParameterFormat = MemberFormat.WithParameterOptions(
        SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName);

    /// <summary><c>Orders.Approve</c></summary>
    public static string Of(IMethodSymbol method) => method.MethodKind == MethodKind.AnonymousFunction ? "lambda" : method.ToDisplayString(MemberFormat);

    /// <summary><c>Orders.Approve(string)</c>, to distinguish overloads.</summary>
    public static string WithParameters(IMethodSymbol method) =>
        $"{Of(method)}({string.Join(", ", method.Parameters.Select(parameter => Of(parameter.Type)))})";

    /// <summary><c>Task&lt;Order&gt;</c></summary>
    public static string Of(ITypeSymbol type) => type.ToDisplayString(MemberFormat);

    /// <summary><c>ref int count</c></summary>
    public static string Of(IParameterSymbol parameter) => parameter.ToDisplayString(ParameterFormat);

    /// <summary><c>Retries</c> for <c>[Retries(3)]</c>.</summary>
    public static string OfAttribute(AttributeData attribute) =>
        attribute.AttributeClass is not { } type ? ""
        : type.Name.EndsWith(AttributeSuffix, StringComparison.Ordinal) && type.Name.Length > AttributeSuffix.Length
            ? type.Name.Substring(0, type.Name.Length - AttributeSuffix.Length)
            : type.Name;

    /// <summary>A method or type.</summary>
    public static string OfDeclaration(ISymbol declaration) =>
        declaration is IMethodSymbol method ? Of(method) : declaration is ITypeSymbol type ? Of(type) : declaration.Name;

    /// <summary>A noun with its article: <c>an agent</c>, <c>a workflow</c>, <c>an AgentContext</c>.</summary>
    public static string WithArticle(string noun) => noun.Length > 0 && "aeiouAEIOU".IndexOf(noun[0]) >= 0 ? "an " + noun : "a " + noun;

    public static string Of(ComponentKind kind) => kind switch
    {
        ComponentKind.Workflow => "workflow",
        ComponentKind.Function => "function",
        ComponentKind.Agent => "agent",
        _ => "tool",
    };
}
