using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Reads the <c>[JsonSourceGenerationOptions]</c> of a <c>JsonSerializerContext</c>.</summary>
internal static class ContextRules
{
    // Values of JsonSerializerDefaults, JsonNumberHandling and JsonIgnoreCondition.
    private const int Web = 1;
    private const int AllowReadingFromString = 1;
    private const int WhenWritingDefault = 2;
    private const int WhenWritingNull = 3;

    public static JsonRules Of(INamedTypeSymbol context, KnownSymbols known)
    {
        var data = context.GetAttributes()
            .FirstOrDefault(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, known.JsonSourceGenerationOptionsAttribute));
        var isWeb = data?.ConstructorArguments is [{ Value: Web }];
        return new()
        {
            Context = TypeNames.CSharp(context),
            Naming = Policy(JsonAttributes.Named<int>(data, "PropertyNamingPolicy")) ?? (isWeb ? NamingPolicy.CamelCase : NamingPolicy.AsWritten),
            NamesEnums = Is("UseStringEnumConverter") || HasStringEnumConverter(data),
            RequiresParameters = Is("RespectRequiredConstructorParameters"),
            IncludesFields = Is("IncludeFields"),
            IgnoresReadOnlyProperties = Is("IgnoreReadOnlyProperties"),
            IgnoresReadOnlyFields = Is("IgnoreReadOnlyFields"),
            RefusesUnknownMembers = JsonAttributes.Named<int>(data, "UnmappedMemberHandling") == 1,
            Ignore = JsonAttributes.Named<int>(data, "DefaultIgnoreCondition") switch
            {
                WhenWritingDefault => IgnoreCondition.WhenWritingDefault,
                WhenWritingNull => IgnoreCondition.WhenWritingNull,
                _ => IgnoreCondition.Never,
            },
            NumberHandling = JsonAttributes.Named<int>(data, "NumberHandling") ?? (isWeb ? AllowReadingFromString : null),
        };

        bool Is(string name) => JsonAttributes.Named<bool>(data, name) == true;
    }

    private static NamingPolicy? Policy(int? value) => (NamingPolicy?)value;

    private static bool HasStringEnumConverter(AttributeData? data) =>
        data?.NamedArguments.FirstOrDefault(static argument => argument.Key == "Converters").Value is { Kind: TypedConstantKind.Array } converters
        && converters.Values.Any(static converter => converter.Value is INamedTypeSymbol { Name: "JsonStringEnumConverter", IsGenericType: false });
}
