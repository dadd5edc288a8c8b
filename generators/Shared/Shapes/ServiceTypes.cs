using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Types of the framework and of common libraries that a program gets from its services, or that belong to a request of its web server.</summary>
internal static class ServiceTypes
{
    private const string Extensions = "Microsoft.Extensions.";

    private static readonly Dictionary<string, (string Namespace, ServiceLikeness Likeness)> ByName = new(StringComparer.Ordinal)
    {
        ["IServiceProvider"] = ("System", ServiceLikeness.Service),
        ["TimeProvider"] = ("System", ServiceLikeness.Service),
        ["HttpMessageInvoker"] = ("System.Net.Http", ServiceLikeness.Service), // HttpClient is one.
        ["HttpMessageHandler"] = ("System.Net.Http", ServiceLikeness.Service),
        ["IHttpClientFactory"] = ("System.Net.Http", ServiceLikeness.Service),
        ["IDbConnection"] = ("System.Data", ServiceLikeness.Service),
        ["DbDataSource"] = ("System.Data.Common", ServiceLikeness.Service),
        ["ActivitySource"] = ("System.Diagnostics", ServiceLikeness.Service),
        ["Meter"] = ("System.Diagnostics.Metrics", ServiceLikeness.Service),
        ["IMeterFactory"] = ("System.Diagnostics.Metrics", ServiceLikeness.Service),
        ["Channel"] = ("System.Threading.Channels", ServiceLikeness.Service),
        ["ChannelReader"] = ("System.Threading.Channels", ServiceLikeness.Service),
        ["ChannelWriter"] = ("System.Threading.Channels", ServiceLikeness.Service),
        ["ILogger"] = (Extensions + "Logging", ServiceLikeness.Service),
        ["ILoggerFactory"] = (Extensions + "Logging", ServiceLikeness.Service),
        ["IConfiguration"] = (Extensions + "Configuration", ServiceLikeness.Service),
        ["IOptions"] = (Extensions + "Options", ServiceLikeness.Service),
        ["IOptionsMonitor"] = (Extensions + "Options", ServiceLikeness.Service),
        ["IServiceScopeFactory"] = (Extensions + "DependencyInjection", ServiceLikeness.Service),
        ["IHostEnvironment"] = (Extensions + "Hosting", ServiceLikeness.Service),
        ["IHostApplicationLifetime"] = (Extensions + "Hosting", ServiceLikeness.Service),
        ["IMemoryCache"] = (Extensions + "Caching.Memory", ServiceLikeness.Service),
        ["IDistributedCache"] = (Extensions + "Caching.Distributed", ServiceLikeness.Service),
        ["HybridCache"] = (Extensions + "Caching.Hybrid", ServiceLikeness.Service),
        ["IChatClient"] = (Extensions + "AI", ServiceLikeness.Service),
        ["IEmbeddingGenerator"] = (Extensions + "AI", ServiceLikeness.Service),
        ["DbContext"] = ("Microsoft.EntityFrameworkCore", ServiceLikeness.Service),
        ["IDbContextFactory"] = ("Microsoft.EntityFrameworkCore", ServiceLikeness.Service),
        ["IHttpContextAccessor"] = ("Microsoft.AspNetCore.Http", ServiceLikeness.Service),
        ["HttpContext"] = ("Microsoft.AspNetCore.Http", ServiceLikeness.Request),
        ["HttpRequest"] = ("Microsoft.AspNetCore.Http", ServiceLikeness.Request),
        ["HttpResponse"] = ("Microsoft.AspNetCore.Http", ServiceLikeness.Request),
        ["IFormFile"] = ("Microsoft.AspNetCore.Http", ServiceLikeness.Request),
        ["IFormCollection"] = ("Microsoft.AspNetCore.Http", ServiceLikeness.Request),
        ["IPrincipal"] = ("System.Security.Principal", ServiceLikeness.Request), // ClaimsPrincipal is one.
    };

    /// <summary>What a type is by its own name, by a base class's or by an interface's.</summary>
    public static ServiceLikeness Find(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (ByItself(current) is not ServiceLikeness.None and var found)
                return found;
        foreach (var implemented in type.AllInterfaces)
            if (ByItself(implemented) is not ServiceLikeness.None and var found)
                return found;
        return ServiceLikeness.None;
    }

    /// <summary>Whether the type itself is one of the list. JSON can hold none of these; what derives from one may be data all the same.</summary>
    public static bool IsListed(INamedTypeSymbol type) => ByItself(type) != ServiceLikeness.None;

    private static ServiceLikeness ByItself(INamedTypeSymbol type) =>
        ByName.TryGetValue(type.Name, out var entry) && type.ContainingType is null && IsNamed(type.ContainingNamespace, entry.Namespace) ? entry.Likeness : ServiceLikeness.None;

    private static bool IsNamed(INamespaceSymbol space, string name) => space.ToDisplayString() == name;
}
