using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>Writes the value of an attribute's argument as an expression.</summary>
internal static class Literals
{
    public static string Of(TypedConstant constant) => constant switch
    {
        { IsNull: true } => "null",
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => $"typeof({TypeNames.CSharp(type)})",
        { Kind: TypedConstantKind.Enum, Type: { } type, Value: { } value } => $"({TypeNames.CSharp(type)})({DefaultValues.Literal(value)})",
        { Kind: TypedConstantKind.Primitive, Value: { } value } => DefaultValues.Literal(value),
        _ => "null",
    };
}
