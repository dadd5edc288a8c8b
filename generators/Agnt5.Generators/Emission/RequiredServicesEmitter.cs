using Agnt5.Generators.Models;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the services that a component requires, so that start-up can find missing ones before a call does.</summary>
internal static class RequiredServicesEmitter
{
    public static void Write(ComponentModel component, SourceWriter source)
    {
        var services = Arguments(component.Method)
            .Concat(component.Agent?.InstructionsMethod is { } instructions ? Arguments(instructions) : [])
            .Select(static argument => argument.Source switch
            {
                ArgumentSource.Service => $"new(typeof({argument.Type}))",
                ArgumentSource.KeyedService => $"new(typeof({argument.Type}), {argument.Expression})",
                _ => null,
            })
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        if (services.Length == 0)
            return;

        source.Line($"public override {ServiceList} RequiredServices => [{string.Join(", ", services)}];");
        source.Line();
    }

    private static IEnumerable<ArgumentModel> Arguments(MethodModel method) => method.Instance is { } instance ? instance.Arguments.Concat(method.Arguments) : method.Arguments;
}
