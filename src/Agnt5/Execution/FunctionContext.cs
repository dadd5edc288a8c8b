using Agnt5.Execution;

namespace Agnt5;

/// <summary>The context of a function or tool.</summary>
public sealed class FunctionContext : ComponentContext
{
    internal FunctionContext(Invocation invocation)
        : base(invocation)
    {
    }
}
