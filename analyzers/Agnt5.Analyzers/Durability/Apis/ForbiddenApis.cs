using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>Finds members by their type. Types are recognized by name, and each type is looked up once.</summary>
internal static class ForbiddenApis
{
    private static readonly ILookup<string, ForbiddenApi> ByTypeName =
        new[] { Clocks.Apis, RandomValues.Apis, Delays.Apis, InputOutput.Apis, Threads.Apis, Surroundings.Apis }
            .SelectMany(static apis => apis)
            .ToLookup(static api => api.Type, StringComparer.Ordinal);

    // Types of libraries outlive the compilations that an editor makes at every key stroke.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, ForbiddenApi[]> PerType = new();

    /// <summary>The entry for a member, or <see langword="null"/>.</summary>
    public static ForbiddenApi? Find(ISymbol member)
    {
        if (member.ContainingType is not { } type)
            return null;
        foreach (var api in PerType.GetValue(type.OriginalDefinition, Of))
            if (api.Has(member))
                return api;
        return null;
    }

    private static ForbiddenApi[] Of(INamedTypeSymbol type)
    {
        var found = new List<ForbiddenApi>();
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
            AddOf(current);
        foreach (var contract in type.AllInterfaces)
            AddOf(contract);
        return [.. found];

        void AddOf(INamedTypeSymbol candidate)
        {
            foreach (var api in ByTypeName[candidate.Name])
                if (api.Namespace == ForbiddenApi.AnyNamespace || SymbolText.IsIn(candidate, api.Namespace))
                    found.Add(api);
        }
    }
}
