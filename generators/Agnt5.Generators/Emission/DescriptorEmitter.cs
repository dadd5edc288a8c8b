using Agnt5.Generators.Models;
using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the class that calls a component, and the class of its input if the parameters are members of one.</summary>
internal static class DescriptorEmitter
{
    public static string Emit(ComponentModel component, string space)
    {
        var source = SourceWriter.File(space);
        if (component.Cron is { } cron && CronExpression.Parse(cron, out _) is { } schedule)
            source.Line($"// Starts {CronWords.Of(schedule)} ({cron.Trim()}).");
        source.OpenClass($"internal sealed class {component.Identifier}_Descriptor : {Descriptor}");
        if (component.Input is not null || component.Output is not null || component.StreamedItem is not null)
            WriteTypes(component, source);
        source.Line($"public override {ComponentType} Type => {ComponentType}.{component.Kind};");
        source.Line();
        source.Line($"public override string Name => {CSharpText.Literal(component.Name)};");
        source.Line();
        source.Line($"public override {JsonOptions} JsonOptions => JsonMetadata.Options;");
        source.Line();
        if (component.Input is not null)
        {
            source.Line($"public override {JsonTypeInfo}? InputType => Types.Input;");
            source.Line();
        }

        if (component.Input?.Limits is { } limits)
        {
            source.Line($"public override {MemberLimits}? InputLimits => Types.Limits;");
            source.Line();
        }

        if (component.Triggers.Count > 0)
        {
            source.Line("public override bool IsStartedByEvents => true;");
            source.Line();
        }

        if (component.Agent is { } agent)
            AgentEmitter.Write(agent, component.Method, source);
        RequiredServicesEmitter.Write(component, source);
        WriteInvoke(component, source);
        if (FilterEmitter.IsNeeded(component))
            FilterEmitter.WriteAccepts(component, source);
        source.Close();

        if (component.Input?.Generated is { } input)
        {
            source.Line();
            InputClassEmitter.Write(input, source);
        }

        return source.ToString();
    }

    // In a class of their own: the metadata of all components would be made at the start, because WebAssembly runs the initializers of a class when it first meets one of its methods.
    private static void WriteTypes(ComponentModel component, SourceWriter source)
    {
        source.Open("private static class Types");
        var isFirst = true;
        if (component.Input is { } input)
            WriteType("Input", input.Type);
        if (component.Output is { } output)
            WriteType("Output", output);
        if (component.StreamedItem is { } item)
            WriteType("Item", item);
        if (component.Input?.Limits is { } limits)
        {
            source.Line();
            source.Line($"public static readonly {MemberLimits} Limits = {LimitsEmitter.Whole(limits)};");
        }

        source.Close();
        source.Line();

        void WriteType(string name, TypeUse type)
        {
            if (!isFirst)
                source.Line();
            isFirst = false;
            source.Line($"public static readonly {JsonTypeInfo}<{type.CSharpName}> {name} =");
            source.Line($"    {GeneratedJson}.TypeInfo<{type.CSharpName}>(JsonMetadata.Options);");
        }
    }

    private static void WriteInvoke(ComponentModel component, SourceWriter source)
    {
        source.Open($"public override {(component.Method.IsAwaited ? "async " : "")}{CallTask} InvokeAsync({Call} call)");
        if (AsksWhatStartedIt(component))
            source.Line($"var run = {TriggeredCall}.Of(call);");
        if (FilterEmitter.IsNeeded(component))
            FilterEmitter.WriteQuestion(component, source);
        if (component.Input is not null)
            source.Line($"var input = {(component.Triggers.Count > 0 ? "run" : "call")}.ReadInput(Types.Input);");
        MethodCall.WriteInstance(component.Method, source);
        if (component.StreamedItem is { } item)
            source.Line($"return call.WriteStreamAsync<{item.CSharpName}>({MethodCall.Of(component.Method, component.Kind)}, Types.Item, Types.Output);");
        else
            WriteCall(component, source);
        source.Close();
    }

    private static bool AsksWhatStartedIt(ComponentModel component) => component.Triggers.Count > 0
        && (component.Input is not null || FilterEmitter.IsNeeded(component) || component.Method.Arguments.Any(static argument => argument.Source is ArgumentSource.Delivery));

    private static void WriteCall(ComponentModel component, SourceWriter source)
    {
        source.Line($"{(component.Output is null ? "" : "var output = ")}{MethodCall.Of(component.Method, component.Kind)};");
        if (component.Output is not null)
            source.Line("call.WriteOutput(output, Types.Output);");
        if (!component.Method.IsAwaited)
            source.Line($"return {CallTask}.CompletedTask;");
    }
}
