using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The types that identify shapes, looked up once per compilation.</summary>
internal sealed class KnownSymbols
{
    private static readonly ConditionalWeakTable<Compilation, StrongBox<KnownSymbols?>> PerCompilation = new();

    private readonly Lazy<JsonContexts> _contexts;
    private readonly Lazy<IReadOnlyList<PolicyMark>> _defaults;
    private readonly Lazy<bool> _hasClient;
    private readonly Lazy<bool> _hasTesting;

    private KnownSymbols(Compilation compilation, INamedTypeSymbol componentContext)
    {
        Compilation = compilation;
        ComponentContext = componentContext;
        var types = new TypeLookup(compilation, componentContext.ContainingAssembly);
        WorkflowAttribute = types.Find(KnownNames.WorkflowAttribute);
        FunctionAttribute = types.Find(KnownNames.FunctionAttribute);
        ToolAttribute = types.Find(KnownNames.ToolAttribute);
        AgentAttribute = types.Find(KnownNames.AgentAttribute);
        InputAttribute = types.Find(KnownNames.InputAttribute);
        FromServicesAttribute = types.Find(KnownNames.FromServicesAttribute);
        AspNetFromServicesAttribute = types.Find(KnownNames.AspNetFromServicesAttribute);
        FromKeyedServicesAttribute = types.Find(KnownNames.FromKeyedServicesAttribute);
        PolicyAttributes = FindPolicyAttributes(types);
        FunctionContext = types.Find(KnownNames.FunctionContext);
        WorkflowContext = types.Find(KnownNames.WorkflowContext);
        AgentContext = types.Find(KnownNames.AgentContext);
        StepFailedException = types.Find(KnownNames.StepFailedException);
        RunTrigger = types.Find(KnownNames.RunTrigger);
        TriggerEventOfT = types.Find(KnownNames.TriggerEventOfT);
        WebhookDelivery = types.Find(KnownNames.WebhookDelivery);
        WebhookDeliveryOfT = types.Find(KnownNames.WebhookDeliveryOfT);
        CatalogAttribute = types.Find(KnownNames.CatalogAttribute);
        CatalogComponentAttribute = types.Find(KnownNames.CatalogComponentAttribute);
        CancellationToken = types.Find(KnownNames.CancellationToken);
        Task = types.Find(KnownNames.Task);
        TaskOfT = types.Find(KnownNames.TaskOfT);
        ValueTask = types.Find(KnownNames.ValueTask);
        ValueTaskOfT = types.Find(KnownNames.ValueTaskOfT);
        ListOfT = types.Find(KnownNames.ListOfT);
        AsyncEnumerableOfT = types.Find(KnownNames.AsyncEnumerableOfT);
        AsyncDisposable = types.Find(KnownNames.AsyncDisposable);
        Queryable = types.Find(KnownNames.Queryable);
        Stream = types.Find(KnownNames.Stream);
        JsonElement = types.Find(KnownNames.JsonElement);
        JsonTypeInfoOfT = types.Find(KnownNames.JsonTypeInfoOfT);
        DescriptionAttribute = types.Find(KnownNames.DescriptionAttribute);
        JsonIgnoreAttribute = types.Find(KnownNames.JsonIgnoreAttribute);
        JsonPropertyNameAttribute = types.Find(KnownNames.JsonPropertyNameAttribute);
        JsonConstructorAttribute = types.Find(KnownNames.JsonConstructorAttribute);
        DefaultValueAttribute = types.Find(KnownNames.DefaultValueAttribute);
        JsonConverterAttribute = types.Find(KnownNames.JsonConverterAttribute);
        JsonDerivedTypeAttribute = types.Find(KnownNames.JsonDerivedTypeAttribute);
        JsonExtensionDataAttribute = types.Find(KnownNames.JsonExtensionDataAttribute);
        JsonIncludeAttribute = types.Find(KnownNames.JsonIncludeAttribute);
        JsonNumberHandlingAttribute = types.Find(KnownNames.JsonNumberHandlingAttribute);
        JsonObjectCreationHandlingAttribute = types.Find(KnownNames.JsonObjectCreationHandlingAttribute);
        JsonPolymorphicAttribute = types.Find(KnownNames.JsonPolymorphicAttribute);
        JsonPropertyOrderAttribute = types.Find(KnownNames.JsonPropertyOrderAttribute);
        JsonRequiredAttribute = types.Find(KnownNames.JsonRequiredAttribute);
        JsonSerializableAttribute = types.Find(KnownNames.JsonSerializableAttribute);
        JsonSerializerContext = types.Find(KnownNames.JsonSerializerContext);
        JsonSourceGenerationOptionsAttribute = types.Find(KnownNames.JsonSourceGenerationOptionsAttribute);
        JsonStringEnumMemberNameAttribute = types.Find(KnownNames.JsonStringEnumMemberNameAttribute);
        JsonUnmappedMemberHandlingAttribute = types.Find(KnownNames.JsonUnmappedMemberHandlingAttribute);
        SetsRequiredMembersAttribute = types.Find(KnownNames.SetsRequiredMembersAttribute);
        Rules = new() { Naming = FindNamingPolicy(compilation, types) };
        _contexts = new(() => JsonContexts.Find(this));
        _defaults = new(() => PolicyMark.DefaultsOf(this));
        _hasClient = new(() => compilation.ReferencedAssemblyNames.Any(static name => name.Name == KnownNames.Client));
        _hasTesting = new(() => compilation.ReferencedAssemblyNames.Any(static name => name.Name == KnownNames.Testing));
    }

    /// <summary>The compilation that these symbols belong to.</summary>
    public Compilation Compilation { get; }

    /// <summary>The types of the compilation that were read so far, so that types that components share are read once.</summary>
    public TypeNodes TypeNodes { get; } = new();

    /// <summary>What the types of parameters were found to be, apart from data, with the steps that were left to look: a result that more steps found must not depend on who asked first.</summary>
    public ConcurrentDictionary<(ITypeSymbol Type, int Steps), ServiceLikeness> ServiceLikenesses { get; } = new();

    /// <summary>The rules for reading the project's types.</summary>
    public JsonRules Rules { get; }

    /// <summary>The project's own serializer contexts.</summary>
    public JsonContexts Contexts => _contexts.Value;

    /// <summary>The policies that the assembly gives to its workflows and functions.</summary>
    public IReadOnlyList<PolicyMark> DefaultPolicies => _defaults.Value;

    /// <summary>Whether the project has the gateway's client, so that its components get stubs.</summary>
    public bool HasClient => _hasClient.Value;

    /// <summary>Whether the project tests components, so that those of its references get stubs too.</summary>
    public bool HasTesting => _hasTesting.Value;

    /// <summary>Whether a symbol is declared in the compiled project. An editor has the source of referenced projects too, so that a declaration's syntax does not tell.</summary>
    public bool IsOfProject(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Compilation.Assembly);

    public INamedTypeSymbol ComponentContext { get; }
    public INamedTypeSymbol? WorkflowAttribute { get; }
    public INamedTypeSymbol? FunctionAttribute { get; }
    public INamedTypeSymbol? ToolAttribute { get; }
    public INamedTypeSymbol? AgentAttribute { get; }
    public INamedTypeSymbol? InputAttribute { get; }
    public INamedTypeSymbol? FromServicesAttribute { get; }
    public INamedTypeSymbol? AspNetFromServicesAttribute { get; }
    public INamedTypeSymbol? FromKeyedServicesAttribute { get; }

    /// <summary>The trigger and policy attributes.</summary>
    public IReadOnlyDictionary<ISymbol, PolicyKind> PolicyAttributes { get; }

    public INamedTypeSymbol? FunctionContext { get; }
    public INamedTypeSymbol? WorkflowContext { get; }
    public INamedTypeSymbol? AgentContext { get; }
    public INamedTypeSymbol? StepFailedException { get; }
    public INamedTypeSymbol? RunTrigger { get; }
    public INamedTypeSymbol? TriggerEventOfT { get; }
    public INamedTypeSymbol? WebhookDelivery { get; }
    public INamedTypeSymbol? WebhookDeliveryOfT { get; }
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
    public INamedTypeSymbol? JsonElement { get; }
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
    public static KnownSymbols? TryCreate(Compilation compilation)
    {
        Work.Count(WorkKind.TypeByName);
        return compilation.GetTypeByMetadataName(KnownNames.ComponentContext) is { } componentContext ? new(compilation, componentContext) : null;
    }

    /// <summary>As <see cref="TryCreate"/>, with the same result for one compilation.</summary>
    public static KnownSymbols? Of(Compilation compilation) =>
        PerCompilation.GetValue(compilation, static created => new StrongBox<KnownSymbols?>(TryCreate(created))).Value;

    private static NamingPolicy FindNamingPolicy(Compilation compilation, TypeLookup types)
    {
        var attribute = types.Find(KnownNames.Agnt5JsonAttribute);
        var mark = compilation.Assembly.GetAttributes().FirstOrDefault(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute));
        return mark?.ConstructorArguments is [{ Value: int policy }] ? (NamingPolicy)policy : NamingPolicy.CamelCase;
    }

    private static Dictionary<ISymbol, PolicyKind> FindPolicyAttributes(TypeLookup types)
    {
        var attributes = new Dictionary<ISymbol, PolicyKind>(SymbolEqualityComparer.Default);
        foreach (PolicyKind kind in Enum.GetValues(typeof(PolicyKind)))
            if (types.Find(KnownNames.AttributeOf(kind)) is { } attribute)
                attributes.Add(attribute, kind);
        return attributes;
    }
}
