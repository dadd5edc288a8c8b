using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The types that shapes are told by, looked up once per compilation.</summary>
internal sealed class KnownSymbols
{
    private static readonly ConditionalWeakTable<Compilation, StrongBox<KnownSymbols?>> PerCompilation = new();

    private readonly Lazy<JsonContexts> _contexts;
    private readonly Lazy<IReadOnlyList<PolicyMark>> _defaults;

    private KnownSymbols(Compilation compilation, INamedTypeSymbol componentContext)
    {
        Compilation = compilation;
        ComponentContext = componentContext;
        WorkflowAttribute = compilation.GetTypeByMetadataName(KnownNames.WorkflowAttribute);
        FunctionAttribute = compilation.GetTypeByMetadataName(KnownNames.FunctionAttribute);
        ToolAttribute = compilation.GetTypeByMetadataName(KnownNames.ToolAttribute);
        InputAttribute = compilation.GetTypeByMetadataName(KnownNames.InputAttribute);
        FromServicesAttribute = compilation.GetTypeByMetadataName(KnownNames.FromServicesAttribute);
        AspNetFromServicesAttribute = compilation.GetTypeByMetadataName(KnownNames.AspNetFromServicesAttribute);
        FromKeyedServicesAttribute = compilation.GetTypeByMetadataName(KnownNames.FromKeyedServicesAttribute);
        PolicyAttributes = FindPolicyAttributes(compilation);
        FunctionContext = compilation.GetTypeByMetadataName(KnownNames.FunctionContext);
        WorkflowContext = compilation.GetTypeByMetadataName(KnownNames.WorkflowContext);
        CatalogAttribute = compilation.GetTypeByMetadataName(KnownNames.CatalogAttribute);
        CatalogComponentAttribute = compilation.GetTypeByMetadataName(KnownNames.CatalogComponentAttribute);
        CancellationToken = compilation.GetTypeByMetadataName(KnownNames.CancellationToken);
        Task = compilation.GetTypeByMetadataName(KnownNames.Task);
        TaskOfT = compilation.GetTypeByMetadataName(KnownNames.TaskOfT);
        ValueTask = compilation.GetTypeByMetadataName(KnownNames.ValueTask);
        ValueTaskOfT = compilation.GetTypeByMetadataName(KnownNames.ValueTaskOfT);
        ListOfT = compilation.GetTypeByMetadataName(KnownNames.ListOfT);
        AsyncEnumerableOfT = compilation.GetTypeByMetadataName(KnownNames.AsyncEnumerableOfT);
        AsyncDisposable = compilation.GetTypeByMetadataName(KnownNames.AsyncDisposable);
        Queryable = compilation.GetTypeByMetadataName(KnownNames.Queryable);
        Stream = compilation.GetTypeByMetadataName(KnownNames.Stream);
        JsonTypeInfoOfT = compilation.GetTypeByMetadataName(KnownNames.JsonTypeInfoOfT);
        DescriptionAttribute = compilation.GetTypeByMetadataName(KnownNames.DescriptionAttribute);
        JsonIgnoreAttribute = compilation.GetTypeByMetadataName(KnownNames.JsonIgnoreAttribute);
        JsonPropertyNameAttribute = compilation.GetTypeByMetadataName(KnownNames.JsonPropertyNameAttribute);
        JsonConstructorAttribute = compilation.GetTypeByMetadataName(KnownNames.JsonConstructorAttribute);
        DefaultValueAttribute = compilation.GetTypeByMetadataName(KnownNames.DefaultValueAttribute);
        JsonConverterAttribute = compilation.GetTypeByMetadataName(KnownNames.JsonConverterAttribute);
        JsonDerivedTypeAttribute = compilation.GetTypeByMetadataName(KnownNames.JsonDerivedTypeAttribute);
        JsonExtensionDataAttribute = compilation.GetTypeByMetadataName(KnownNames.JsonExtensionDataAttribute);
        JsonIncludeAttribute = compilation.GetTypeByMetadataName(KnownNames.JsonIncludeAttribute);
        JsonNumberHandlingAttribute = compilation.GetTypeByMetadataName(KnownNames.JsonNumberHandlingAttribute);
        JsonObjectCreationHandlingAttribute = compilation.GetTypeByMetadataName(KnownNames.JsonObjectCreationHandlingAttribute);
        JsonPolymorphicAttribute = compilation.GetTypeByMetadataName(KnownNames.JsonPolymorphicAttribute);
        JsonPropertyOrderAttribute = compilation.GetTypeByMetadataName(KnownNames.JsonPropertyOrderAttribute);
        JsonRequiredAttribute = compilation.GetTypeByMetadataName(KnownNames.JsonRequiredAttribute);
        JsonSerializableAttribute = compilation.GetTypeByMetadataName(KnownNames.JsonSerializableAttribute);
        JsonSerializerContext = compilation.GetTypeByMetadataName(KnownNames.JsonSerializerContext);
        JsonSourceGenerationOptionsAttribute = compilation.GetTypeByMetadataName(KnownNames.JsonSourceGenerationOptionsAttribute);
        JsonStringEnumMemberNameAttribute = compilation.GetTypeByMetadataName(KnownNames.JsonStringEnumMemberNameAttribute);
        JsonUnmappedMemberHandlingAttribute = compilation.GetTypeByMetadataName(KnownNames.JsonUnmappedMemberHandlingAttribute);
        SetsRequiredMembersAttribute = compilation.GetTypeByMetadataName(KnownNames.SetsRequiredMembersAttribute);
        Rules = new() { Naming = FindNamingPolicy(compilation) };
        _contexts = new(() => JsonContexts.Find(this));
        _defaults = new(() => PolicyMark.DefaultsOf(this));
    }

    /// <summary>The compilation that these symbols belong to.</summary>
    public Compilation Compilation { get; }

    /// <summary>What was read of the compilation's types so far, so that types that components share are read once.</summary>
    public TypeNodes TypeNodes { get; } = new();

    /// <summary>The rules that the project's types are read under.</summary>
    public JsonRules Rules { get; }

    /// <summary>The project's own serializer contexts.</summary>
    public JsonContexts Contexts => _contexts.Value;

    /// <summary>The policies that the assembly gives to its workflows and functions.</summary>
    public IReadOnlyList<PolicyMark> DefaultPolicies => _defaults.Value;

    public INamedTypeSymbol ComponentContext { get; }
    public INamedTypeSymbol? WorkflowAttribute { get; }
    public INamedTypeSymbol? FunctionAttribute { get; }
    public INamedTypeSymbol? ToolAttribute { get; }
    public INamedTypeSymbol? InputAttribute { get; }
    public INamedTypeSymbol? FromServicesAttribute { get; }
    public INamedTypeSymbol? AspNetFromServicesAttribute { get; }
    public INamedTypeSymbol? FromKeyedServicesAttribute { get; }

    /// <summary>The trigger and policy attributes.</summary>
    public IReadOnlyDictionary<ISymbol, PolicyKind> PolicyAttributes { get; }

    public INamedTypeSymbol? FunctionContext { get; }
    public INamedTypeSymbol? WorkflowContext { get; }
    public INamedTypeSymbol? CatalogAttribute { get; }
    public INamedTypeSymbol? CatalogComponentAttribute { get; }
    public INamedTypeSymbol? CancellationToken { get; }
    public INamedTypeSymbol? Task { get; }
    public INamedTypeSymbol? TaskOfT { get; }
    public INamedTypeSymbol? ValueTask { get; }
    public INamedTypeSymbol? ValueTaskOfT { get; }
    public INamedTypeSymbol? ListOfT { get; }
    public INamedTypeSymbol? AsyncEnumerableOfT { get; }
    public INamedTypeSymbol? AsyncDisposable { get; }
    public INamedTypeSymbol? Queryable { get; }
    public INamedTypeSymbol? Stream { get; }
    public INamedTypeSymbol? JsonTypeInfoOfT { get; }
    public INamedTypeSymbol? DescriptionAttribute { get; }
    public INamedTypeSymbol? JsonIgnoreAttribute { get; }
    public INamedTypeSymbol? JsonPropertyNameAttribute { get; }
    public INamedTypeSymbol? JsonConstructorAttribute { get; }
    public INamedTypeSymbol? DefaultValueAttribute { get; }
    public INamedTypeSymbol? JsonConverterAttribute { get; }
    public INamedTypeSymbol? JsonDerivedTypeAttribute { get; }
    public INamedTypeSymbol? JsonExtensionDataAttribute { get; }
    public INamedTypeSymbol? JsonIncludeAttribute { get; }
    public INamedTypeSymbol? JsonNumberHandlingAttribute { get; }
    public INamedTypeSymbol? JsonObjectCreationHandlingAttribute { get; }
    public INamedTypeSymbol? JsonPolymorphicAttribute { get; }
    public INamedTypeSymbol? JsonPropertyOrderAttribute { get; }
    public INamedTypeSymbol? JsonRequiredAttribute { get; }
    public INamedTypeSymbol? JsonSerializableAttribute { get; }
    public INamedTypeSymbol? JsonSerializerContext { get; }
    public INamedTypeSymbol? JsonSourceGenerationOptionsAttribute { get; }
    public INamedTypeSymbol? JsonStringEnumMemberNameAttribute { get; }
    public INamedTypeSymbol? JsonUnmappedMemberHandlingAttribute { get; }
    public INamedTypeSymbol? SetsRequiredMembersAttribute { get; }

    /// <summary>Looks the types up, or returns <see langword="null"/> when the compilation does not reference Agnt5.</summary>
    public static KnownSymbols? TryCreate(Compilation compilation) =>
        compilation.GetTypeByMetadataName(KnownNames.ComponentContext) is { } componentContext ? new(compilation, componentContext) : null;

    /// <summary>As <see cref="TryCreate"/>, with one and the same answer for a compilation.</summary>
    public static KnownSymbols? Of(Compilation compilation) =>
        PerCompilation.GetValue(compilation, static created => new StrongBox<KnownSymbols?>(TryCreate(created))).Value;

    private static NamingPolicy FindNamingPolicy(Compilation compilation)
    {
        var attribute = compilation.GetTypeByMetadataName(KnownNames.Agnt5JsonAttribute);
        var mark = compilation.Assembly.GetAttributes().FirstOrDefault(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute));
        return mark?.ConstructorArguments is [{ Value: int policy }] ? (NamingPolicy)policy : NamingPolicy.CamelCase;
    }

    private static Dictionary<ISymbol, PolicyKind> FindPolicyAttributes(Compilation compilation)
    {
        var attributes = new Dictionary<ISymbol, PolicyKind>(SymbolEqualityComparer.Default);
        foreach (PolicyKind kind in Enum.GetValues(typeof(PolicyKind)))
            if (compilation.GetTypeByMetadataName(KnownNames.AttributeOf(kind)) is { } attribute)
                attributes.Add(attribute, kind);
        return attributes;
    }
}
