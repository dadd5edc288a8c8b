using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Agnt5.Generated;
using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>The step policies of an assembly, which its components take by name (<see cref="StepPolicyAttribute"/>).</summary>
internal sealed class StepPolicies
{
    // Attributes of an assembly are read without a search for types, so this works in a trimmed and a native program.
    private static readonly ConditionalWeakTable<Assembly, StepPolicies> PerAssembly = new();

    private readonly ILookup<string, StepPolicyAttribute> _byName;
    private readonly string? _assembly;

    private StepPolicies(Assembly assembly)
    {
        _byName = assembly.GetCustomAttributes<StepPolicyAttribute>().ToLookup(static policy => policy.Name, StringComparer.Ordinal);
        _assembly = assembly.GetName().Name;
    }

    /// <summary>The options of a component's step, with the policy that they name.</summary>
    /// <exception cref="NonRetryableException">The component's assembly declares no such policy, or several, or the policy has a value out of range.</exception>
    public static StepOptions? Resolve(StepOptions? options, ComponentDescriptor component) => options is { Policy: { } name }
        ? options.Under(PerAssembly.GetValue(component.GetType().Assembly, static assembly => new StepPolicies(assembly)).Find(name, component))
        : options;

    private StepOptions Find(string name, ComponentDescriptor component) => _byName[name].ToArray() switch
    {
        [var only] when IsUsable(only) => OptionsOf(only),
        [_] => throw new NonRetryableException(
            $"The step policy '{name}' of the assembly '{_assembly}' is out of range: MaxAttempts is at least 1, "
            + $"and InitialIntervalMs and MaxIntervalMs are from 0 to {OptionRange.LongestStepWaitMs.ToString(CultureInfo.InvariantCulture)} (AGT4025)."),
        [] => throw new NonRetryableException(
            $"There is no step policy '{name}' in the assembly '{_assembly}' of the component '{component.Name}'. {Declared} "
            + $"Declare it: [assembly: StepPolicy(\"{name}\", MaxAttempts = …)] (AGT4025)."),
        _ => throw new NonRetryableException($"The assembly '{_assembly}' declares the step policy '{name}' more than once. Give each policy a different name (AGT4025)."),
    };

    private string Declared => _byName.Count == 0 ? "The assembly declares none." : $"The assembly declares {string.Join(", ", _byName.Select(static policy => $"'{policy.Key}'"))}.";

    private static bool IsUsable(StepPolicyAttribute policy) =>
        policy is { MaxAttempts: >= 1, InitialIntervalMs: >= 0 and <= OptionRange.LongestStepWaitMs, MaxIntervalMs: >= 0 and <= OptionRange.LongestStepWaitMs };

    private static StepOptions OptionsOf(StepPolicyAttribute policy) => new()
    {
        MaxAttempts = policy.MaxAttempts,
        InitialInterval = TimeSpan.FromMilliseconds(policy.InitialIntervalMs),
        MaxInterval = TimeSpan.FromMilliseconds(policy.MaxIntervalMs),
        Backoff = policy.Backoff,
    };
}
