using Agnt5.Generators.Models;
using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the class that calls a component, and the class of its input where its parameters are members of that.</summary>
internal static class DescriptorEmitter
{
    public static string Emit(ComponentModel component, string space)
    {
        var source = SourceWriter.File(space);
        if (component.Cron is { } cron && CronExpression.Parse(cron, out _) is { } schedule)
            source.Line($"// Starts {CronWords.Of(schedule)} ({cron.Trim()}).");
        source.Open($"internal sealed class {component.Identifier}_Descriptor : {Descriptor}");
        WriteTypes(component, source);
        source.Line($"public override {ComponentType} Type => {ComponentType}.{component.Kind};");
        source.Line();
        source.Line($"public override string Name => {CSharpText.Literal(component.Name)};");
        source.Line();
        source.Line($"public override {JsonOptions} JsonOptions => JsonMetadata.Options;");
        source.Line();
        if (component.Input is not null)
        {
            source.Line($"public override {JsonTypeInfo}? InputType => Input;");
            source.Line();
        }

        if (component.Input?.Limits is { } limits)
        {
            source.Line($"public override {MemberLimits}? InputLimits => Limits;");
            source.Line();
        }

        WriteInvoke(component, source);
        source.Close();

        if (component.Input?.Generated is { } input)
        {
            source.Line();
            InputClassEmitter.Write(input, source);
        }

        return source.ToString();
    }

    private static void WriteTypes(ComponentModel component, SourceWriter source)
    {
        if (component.Input is { } input)
            WriteType("Input", input.Type);
        if (component.Output is { } output)
            WriteType("Output", output);
        if (component.StreamedItem is { } item)
            WriteType("Item", item);
        if (component.Input?.Limits is { } limits)
        {
            source.Line($"private static readonly {MemberLimits} Limits = {LimitsEmitter.Whole(limits)};");
            source.Line();
        }

        void WriteType(string name, TypeUse type)
        {
            source.Line($"private static readonly {JsonTypeInfo}<{type.CSharpName}> {name} =");
            source.Line($"    {GeneratedJson}.TypeInfo<{type.CSharpName}>(JsonMetadata.Options);");
            source.Line();
        }
    }

    private static void WriteInvoke(ComponentModel component, SourceWriter source)
    {
        source.Open($"public override {(component.Method.IsAwaited ? "async " : "")}{CallTask} InvokeAsync({Call} call)");
        if (component.Input is not null)
            source.Line("var input = call.ReadInput(Input);");
        if (component.Method.Instance is { } instance)
            source.Line($"var component = {Construct(component.Method.ContainingType, instance)};");
        if (component.StreamedItem is { } item)
            source.Line($"return call.WriteStreamAsync<{item.CSharpName}>({Invoke(component)}, Item, Output);");
        else
            WriteCall(component, source);
        source.Close();
    }

    private static void WriteCall(ComponentModel component, SourceWriter source)
    {
        source.Line($"{(component.Output is null ? "" : "var output = ")}{Invoke(component)};");
        if (component.Output is not null)
            source.Line("call.WriteOutput(output, Output);");
        if (!component.Method.IsAwaited)
            source.Line($"return {CallTask}.CompletedTask;");
    }

    private static string Construct(string type, InstanceModel instance)
    {
        var created = $"new {type}({string.Join(", ", instance.Arguments.Select(static argument => Argument(argument, ComponentKind.Function)))})";
        return instance.IsDisposable ? $"call.Own({created})" : created;
    }

    // What follows a workflow's method belongs to its scheduler, like the method itself. Functions and tools have none.
    private static string Invoke(ComponentModel component)
    {
        var method = component.Method;
        var target = method.Instance is null ? method.ContainingType : "component";
        var call = $"{target}.{method.Name}({string.Join(", ", method.Arguments.Select(argument => Argument(argument, component.Kind)))})";
        return method.IsAwaited ? $"await {call}.ConfigureAwait({CSharpText.Bool(component.Kind == ComponentKind.Workflow)})" : call;
    }

    private static string Argument(ArgumentModel argument, ComponentKind kind) => argument.Source switch
    {
        ArgumentSource.Context => kind == ComponentKind.Workflow ? "call.WorkflowContext" : "call.FunctionContext",
        ArgumentSource.CancellationToken => "call.CancellationToken",
        ArgumentSource.Service => $"call.Service<{argument.Type}>()",
        ArgumentSource.KeyedService => $"call.KeyedService<{argument.Type}>({argument.Expression})",
        ArgumentSource.OptionalService when argument.Expression.Length > 0 => $"call.OptionalService<{argument.Type}>() ?? {argument.Expression}",
        ArgumentSource.OptionalService => $"call.OptionalService<{argument.Type}>()",
        ArgumentSource.WholeInput => "input",
        _ => $"input.{argument.Expression}",
    };
}
