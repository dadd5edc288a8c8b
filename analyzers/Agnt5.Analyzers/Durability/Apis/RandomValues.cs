using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4002: the members that make a random value.</summary>
internal static class RandomValues
{
    public static readonly ForbiddenApi[] Apis =
    [
        new(Rules.RandomValue, "System", "Guid", "NewGuid", "CreateVersion7"),
        new(Rules.RandomValue, "System", "Random", "Shared"),
        new(Rules.RandomValue, "System", "Random", ".ctor") { Only = static constructor => constructor.Parameters.IsEmpty },
        new(Rules.RandomValue, "System.Security.Cryptography", "RandomNumberGenerator", "Create", "Fill",
            "GetBytes", "GetNonZeroBytes", "GetInt32", "GetItems", "GetString", "GetHexString", "Shuffle"),
        new(Rules.RandomValue, "System.Security.Cryptography", "SymmetricAlgorithm", "GenerateKey", "GenerateIV"),
        new(Rules.RandomValue, "System.IO", "Path", "GetRandomFileName"),
        new(Rules.RandomValue, "System.Linq", "Enumerable", "Shuffle"),
        new(Rules.RandomValue, "System.Linq", "AsyncEnumerable", "Shuffle"),
        new(Rules.RandomValue, "System.Diagnostics", "ActivityTraceId", "CreateRandom"),
        new(Rules.RandomValue, "System.Diagnostics", "ActivitySpanId", "CreateRandom"),
        new(Rules.RandomValue, "System", "Ulid", "NewUlid"),
    ];

    /// <summary>Whether a method is one of a generator that the class received or keeps. A generator with a constant seed gives every replay the same values.</summary>
    /// <param name="instance">The object whose method it is.</param>
    public static bool IsKeptGenerator(IOperation? instance) => instance switch
    {
        null => false,
        { Type: { } type } when !SymbolText.Is(type, "System", "Random") => false,
        IFieldReferenceOperation { Field: var field } => field.IsStatic || !HasConstantSeed(field),
        IPropertyReferenceOperation { Property: var property } => !SymbolText.Is(property.ContainingType, "System", "Random") && !IsContext(property.ContainingType),
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => true,
        _ => false,
    };

    private static bool IsContext(INamedTypeSymbol type) => type.Name is "WorkflowContext" or "AgentContext" or "ComponentContext" && SymbolText.IsIn(type, "Agnt5");

    private static bool HasConstantSeed(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax }] } };
}
