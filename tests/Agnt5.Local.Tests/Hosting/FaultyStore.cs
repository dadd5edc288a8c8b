using System.Reflection;
using System.Runtime.ExceptionServices;
using Agnt5.Local.Storage;

namespace Agnt5.Local.Tests.Hosting;

/// <summary>A store in memory. What a test does before a call is done on the caller's thread: it may throw, or wait.</summary>
public class FaultyStore : DispatchProxy
{
    private readonly MemoryStore _store = new();
    private Action<string, object?[]>? _before;

    /// <summary>Makes a store.</summary>
    /// <param name="before">Is called with the name of each member that is called, before it is.</param>
    internal static IEngineStore Create(Action<string> before) => Create((member, _) => before(member));

    /// <summary>Makes a store.</summary>
    /// <param name="before">Is called with the name of each member that is called, before it is, and with what it is given.</param>
    internal static IEngineStore Create(Action<string, object?[]> before)
    {
        var store = Create<IEngineStore, FaultyStore>();
        ((FaultyStore)(object)store)._before = before;
        return store;
    }

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        _before!(targetMethod!.Name, args ?? []);
        try
        {
            return targetMethod.Invoke(_store, args);
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }
}
