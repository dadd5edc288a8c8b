using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>Finds the role in which a delegate runs, as seen from the code that makes it.</summary>
/// <param name="graph">The code.</param>
/// <param name="scope">The type that has been read completely, or <see langword="null"/> when the whole project has.</param>
internal sealed class DelegateFates(CodeGraph graph, INamedTypeSymbol? scope)
{
    // Code rarely passes a delegate on many times, and even more rarely in a circle.
    private const int Depth = 8;

    /// <summary>
    /// The roles of a delegate that the workflow's own code makes: <see cref="Role.StepEntry"/>, <see cref="Role.InsideStep"/>, or one of the body, or none when it is unknown.
    /// </summary>
    public Role Of(IReadOnlyList<DelegateUse> uses) => Of(uses, Depth);

    private Role Of(IReadOnlyList<DelegateUse> uses, int depth)
    {
        var roles = Role.None;
        foreach (var use in uses)
            roles |= Of(use, depth);
        return roles;
    }

    private Role Of(DelegateUse use, int depth)
    {
        if (depth == 0)
            return Role.None;
        switch (use.Fate)
        {
            case DelegateFate.Step:
                return Role.StepEntry;
            case DelegateFate.InStep:
                return Role.InsideStep;
            case DelegateFate.Invoked:
                return Within(graph.Find(use.Method!, scope: null), use.InLoop, depth);
            // A method that takes a value of any type keeps it: a list, a stack, a completed task.
            case DelegateFate.Passed when use.Method!.Parameters[use.Ordinal].Type is ITypeParameterSymbol:
                return Role.None;
            case DelegateFate.Passed when use.Method!.DeclaringSyntaxReferences.IsEmpty:
                // Code of a library runs it, once or for each item, before the caller continues.
                return use.InLoop ? Role.LoopedBody : Role.Body;
            case DelegateFate.Passed:
                var taken = graph.Find(use.Method!, scope);
                return taken is not null && taken.ParameterUses.TryGetValue(use.Ordinal, out var uses) ? Of(uses, depth - 1) : Role.None;
            default:
                return Role.None;
        }
    }

    // A function that invokes the delegate has another role.
    private Role Within(CodeUnit? invoker, bool inLoop, int depth)
    {
        var inline = inLoop ? Role.LoopedBody : Role.Body;
        if (invoker is null || invoker.IsMember)
            return inline;
        var roles = Of(invoker.Uses, depth - 1);
        return inLoop && (roles & Role.AnyBody) != 0 ? roles | Role.LoopedBody : roles;
    }
}
