using System.Runtime.CompilerServices;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Hosting;

/// <summary>The types that identify a host. They are looked up once per compilation, and only after a name matches.</summary>
internal sealed class HostSymbols
{
    private static readonly ConditionalWeakTable<Compilation, HostSymbols> PerCompilation = new();

    private HostSymbols(Compilation compilation)
    {
        Options = Find("Agnt5.ServerlessOptions");
        GuardOptions = Find("Agnt5.OutboundGuardOptions");
        Endpoint = Find("Agnt5.ServerlessEndpoint");
        Host = Find("Agnt5.ServerlessHost");
        JavaScriptHost = JavaScriptCode.HostOf(compilation);
        Adding = Find("Microsoft.Extensions.DependencyInjection.Agnt5ServiceCollectionExtensions");
        Mapping = Find("Microsoft.AspNetCore.Builder.Agnt5EndpointRouteBuilderExtensions");
        ToolMapping = Find("Microsoft.AspNetCore.Builder.Agnt5McpEndpointRouteBuilderExtensions");
        HttpRequest = Find("Microsoft.AspNetCore.Http.HttpRequest");

        INamedTypeSymbol? Find(string metadataName)
        {
            Work.Count(WorkKind.TypeByName);
            return compilation.GetTypeByMetadataName(metadataName);
        }
    }

    public INamedTypeSymbol? Options { get; }
    public INamedTypeSymbol? GuardOptions { get; }
    public INamedTypeSymbol? Endpoint { get; }
    public INamedTypeSymbol? Host { get; }
    public INamedTypeSymbol? JavaScriptHost { get; }

    /// <summary>The class of <c>AddAgnt5</c>.</summary>
    public INamedTypeSymbol? Adding { get; }

    /// <summary>The class of <c>MapAgnt5</c>.</summary>
    public INamedTypeSymbol? Mapping { get; }

    /// <summary>The class of <c>MapAgnt5Mcp</c>, which serves the tools of a project to clients other than AGNT5.</summary>
    public INamedTypeSymbol? ToolMapping { get; }

    public INamedTypeSymbol? HttpRequest { get; }

    /// <summary>Looks up the types in a compilation. A type that it does not reference is <see langword="null"/>.</summary>
    public static HostSymbols Of(Compilation compilation) => PerCompilation.GetValue(compilation, static created => new(created));

    public static bool IsIn(ISymbol member, INamedTypeSymbol? type) => type is not null && SymbolEqualityComparer.Default.Equals(member.ContainingType, type);
}
