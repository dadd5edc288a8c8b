using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.JavaScript.Bridge;

/// <summary>What the program serves: there is one in a process.</summary>
/// <param name="Catalog">The components.</param>
/// <param name="Configure">Adds services and sets options.</param>
internal sealed record ServedProgram(ComponentCatalog Catalog, Action<IServiceCollection, ServerlessOptions>? Configure)
{
    private static ServedProgram? s_served;

    /// <summary>The program serves something from now on.</summary>
    public static event Action? Served;

    /// <exception cref="InvalidOperationException">The program has not served anything.</exception>
    public static ServedProgram Current => s_served
        ?? throw new InvalidOperationException("Program.cs came to its end, or not to JavaScriptHost.Serve. Call JavaScriptHost.Serve(Agnt5Components.Catalog) in it.");

    public static void Set(ServedProgram program)
    {
        if (Interlocked.CompareExchange(ref s_served, program, null) is not null)
            throw new InvalidOperationException("JavaScriptHost.Serve was called twice. Call it once: the catalog of a project includes the components of the projects it references.");
        Served?.Invoke();
    }
}
