using Agnt5.Generators.Models;
using Agnt5.Shared;

namespace Agnt5.Generators.Emission;

/// <summary>
/// Writes the construction of a class and the call of one of its methods, with arguments from a <c>ComponentCall</c> that is named <c>call</c>, and from its <c>TriggeredCall</c>, <c>run</c>.
/// </summary>
internal static class MethodCall
{
    /// <summary>Writes the instance that the method is called on, when it needs one.</summary>
    public static void WriteInstance(MethodModel method, SourceWriter source)
    {
        if (method.Instance is { } instance)
            source.Line($"var component = {Construct(method.ContainingType, instance)};");
    }

    /// <summary>The call. The code after the method of a workflow or agent belongs to its scheduler, like the method itself; other methods have no scheduler.</summary>
    public static string Of(MethodModel method, ComponentKind kind)
    {
        var target = method.Instance is null ? method.ContainingType : "component";
        var call = $"{target}.{method.Name}({string.Join(", ", method.Arguments.Select(argument => Argument(argument, kind)))})";
        return method.IsAwaited ? $"await {call}.ConfigureAwait({CSharpText.Bool(kind is ComponentKind.Workflow or ComponentKind.Agent)})" : call;
    }

    private static string Construct(string type, InstanceModel instance)
    {
        var created = $"new {type}({string.Join(", ", instance.Arguments.Select(static argument => Argument(argument, ComponentKind.Function)))})";
        return instance.IsDisposable ? $"call.Own({created})" : created;
    }

    private static string Argument(ArgumentModel argument, ComponentKind kind) => argument.Source switch
    {
        ArgumentSource.Context => Context(kind),
        ArgumentSource.CancellationToken => "call.CancellationToken",
        ArgumentSource.Message => "call.AgentMessage",
        ArgumentSource.Service => $"call.Service<{argument.Type}>()",
        ArgumentSource.KeyedService => $"call.KeyedService<{argument.Type}>({argument.Expression})",
        ArgumentSource.OptionalService when argument.Expression.Length > 0 => $"call.OptionalService<{argument.Type}>() ?? {argument.Expression}",
        ArgumentSource.OptionalService => $"call.OptionalService<{argument.Type}>()",
        ArgumentSource.WholeInput => "input",
        ArgumentSource.Event => "run.Event(input)",
        ArgumentSource.DeliveryOfInput => "run.Delivery(input)",
        ArgumentSource.Delivery => "run.Delivery()",
        _ => $"input.{argument.Expression}",
    };

    private static string Context(ComponentKind kind) => kind switch
    {
        ComponentKind.Workflow => $"call.Context<{GeneratedTypes.WorkflowContext}>()",
        ComponentKind.Agent => $"call.Context<{GeneratedTypes.AgentContext}>()",
        _ => $"call.Context<{GeneratedTypes.FunctionContext}>()",
    };
}
