using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Hosting;

/// <summary>The types by which a host is told, looked up once per compilation.</summary>
internal sealed class HostSymbols
{
    private HostSymbols(Compilation compilation, INamedTypeSymbol options)
    {
        Options = options;
        GuardOptions = compilation.GetTypeByMetadataName("Agnt5.OutboundGuardOptions");
        Endpoint = compilation.GetTypeByMetadataName("Agnt5.ServerlessEndpoint");
        Host = compilation.GetTypeByMetadataName("Agnt5.ServerlessHost");
        Adding = compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.Agnt5ServiceCollectionExtensions");
        Mapping = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.Agnt5EndpointRouteBuilderExtensions");
        HttpRequest = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.HttpRequest");
    }

    public INamedTypeSymbol Options { get; }
    public INamedTypeSymbol? GuardOptions { get; }
    public INamedTypeSymbol? Endpoint { get; }
    public INamedTypeSymbol? Host { get; }

    /// <summary>The class of <c>AddAgnt5</c>.</summary>
    public INamedTypeSymbol? Adding { get; }

    /// <summary>The class of <c>MapAgnt5</c>.</summary>
    public INamedTypeSymbol? Mapping { get; }

    public INamedTypeSymbol? HttpRequest { get; }

    /// <summary>Looks the types up, or returns <see langword="null"/> when the compilation does not reference Agnt5.</summary>
    public static HostSymbols? TryCreate(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Agnt5.ServerlessOptions") is { } options ? new(compilation, options) : null;

    public static bool IsIn(ISymbol member, INamedTypeSymbol? type) => SymbolEqualityComparer.Default.Equals(member.ContainingType, type);
}
