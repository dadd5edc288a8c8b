using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The types that shapes are told by, looked up once per compilation.</summary>
internal sealed class KnownSymbols
{
    private KnownSymbols(Compilation compilation, INamedTypeSymbol componentContext)
    {
        ComponentContext = componentContext;
        WorkflowAttribute = compilation.GetTypeByMetadataName(KnownNames.WorkflowAttribute);
        FunctionAttribute = compilation.GetTypeByMetadataName(KnownNames.FunctionAttribute);
        ToolAttribute = compilation.GetTypeByMetadataName(KnownNames.ToolAttribute);
        InputAttribute = compilation.GetTypeByMetadataName(KnownNames.InputAttribute);
        FromServicesAttribute = compilation.GetTypeByMetadataName(KnownNames.FromServicesAttribute);
        AspNetFromServicesAttribute = compilation.GetTypeByMetadataName(KnownNames.AspNetFromServicesAttribute);
        FromKeyedServicesAttribute = compilation.GetTypeByMetadataName(KnownNames.FromKeyedServicesAttribute);
        FunctionContext = compilation.GetTypeByMetadataName(KnownNames.FunctionContext);
        WorkflowContext = compilation.GetTypeByMetadataName(KnownNames.WorkflowContext);
        CatalogAttribute = compilation.GetTypeByMetadataName(KnownNames.CatalogAttribute);
        CatalogComponentAttribute = compilation.GetTypeByMetadataName(KnownNames.CatalogComponentAttribute);
        CancellationToken = compilation.GetTypeByMetadataName(KnownNames.CancellationToken);
        Task = compilation.GetTypeByMetadataName(KnownNames.Task);
        TaskOfT = compilation.GetTypeByMetadataName(KnownNames.TaskOfT);
        ValueTask = compilation.GetTypeByMetadataName(KnownNames.ValueTask);
        ValueTaskOfT = compilation.GetTypeByMetadataName(KnownNames.ValueTaskOfT);
        AsyncEnumerableOfT = compilation.GetTypeByMetadataName(KnownNames.AsyncEnumerableOfT);
        Queryable = compilation.GetTypeByMetadataName(KnownNames.Queryable);
        Stream = compilation.GetTypeByMetadataName(KnownNames.Stream);
        JsonTypeInfoOfT = compilation.GetTypeByMetadataName(KnownNames.JsonTypeInfoOfT);
        SetsRequiredMembersAttribute = compilation.GetTypeByMetadataName(KnownNames.SetsRequiredMembersAttribute);
    }

    public INamedTypeSymbol ComponentContext { get; }
    public INamedTypeSymbol? WorkflowAttribute { get; }
    public INamedTypeSymbol? FunctionAttribute { get; }
    public INamedTypeSymbol? ToolAttribute { get; }
    public INamedTypeSymbol? InputAttribute { get; }
    public INamedTypeSymbol? FromServicesAttribute { get; }
    public INamedTypeSymbol? AspNetFromServicesAttribute { get; }
    public INamedTypeSymbol? FromKeyedServicesAttribute { get; }
    public INamedTypeSymbol? FunctionContext { get; }
    public INamedTypeSymbol? WorkflowContext { get; }
    public INamedTypeSymbol? CatalogAttribute { get; }
    public INamedTypeSymbol? CatalogComponentAttribute { get; }
    public INamedTypeSymbol? CancellationToken { get; }
    public INamedTypeSymbol? Task { get; }
    public INamedTypeSymbol? TaskOfT { get; }
    public INamedTypeSymbol? ValueTask { get; }
    public INamedTypeSymbol? ValueTaskOfT { get; }
    public INamedTypeSymbol? AsyncEnumerableOfT { get; }
    public INamedTypeSymbol? Queryable { get; }
    public INamedTypeSymbol? Stream { get; }
    public INamedTypeSymbol? JsonTypeInfoOfT { get; }
    public INamedTypeSymbol? SetsRequiredMembersAttribute { get; }

    /// <summary>Looks the types up, or returns <see langword="null"/> when the compilation does not reference Agnt5.</summary>
    public static KnownSymbols? TryCreate(Compilation compilation) =>
        compilation.GetTypeByMetadataName(KnownNames.ComponentContext) is { } componentContext ? new(compilation, componentContext) : null;
}
