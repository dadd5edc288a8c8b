using Agnt5.JavaScript.Bridge;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5;

/// <summary>Serves an endpoint inside a JavaScript host: the program of an npm package.</summary>
/// <example>
/// <code>
/// using Agnt5;
/// JavaScriptHost.Serve(Agnt5Components.Catalog);
/// </code>
/// </example>
public static class JavaScriptHost
{
    /// <summary>
    /// Hands the components to the JavaScript side, and returns at once. The host sends requests from then on, for as long as its process lives. Options come from the environment
    /// (<see cref="ServerlessConfiguration.ApplyEnvironment"/>), then from <paramref name="configure"/>, then from what the JavaScript side sets.
    /// </summary>
    /// <param name="catalog">The components: <c>Agnt5Components.Catalog</c>.</param>
    /// <param name="configure">
    /// Adds services and sets options. It runs when the JavaScript side opens an endpoint, and again for each further endpoint with other options. An <see cref="HttpClient"/>, loggers that write to
    /// the host's log, and <see cref="JavaScriptServices"/> are there, unless it adds others.
    /// </param>
    /// <exception cref="InvalidOperationException">It was called before: a program serves one catalog.</exception>
    public static void Serve(ComponentCatalog catalog, Action<IServiceCollection, ServerlessOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ServedProgram.Set(new ServedProgram(catalog, configure));
    }
}
