using System.Collections.Concurrent;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Tells which calls give the called code a context, without which it makes no durable call.</summary>
internal sealed class ContextCarriers(KnownSymbols known)
{
    // An object that holds an object that holds a context.
    private const int Depth = 3;

    private readonly ConcurrentDictionary<ITypeSymbol, bool> _types = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the called code may have a context: it captures one, or gets it in its object or an argument.</summary>
    public bool MayPass(IInvocationOperation call)
    {
        if (call.TargetMethod.MethodKind is MethodKind.LocalFunction or MethodKind.DelegateInvoke || Carries(call.TargetMethod.IsStatic ? null : call.TargetMethod.ContainingType))
            return true;
        foreach (var argument in call.Arguments)
            if (Carries(Operations.Unwrap(argument.Value).Type ?? argument.Parameter?.Type))
                return true;
        return Carries(call.Instance?.Type);
    }

    private bool Carries(ITypeSymbol? type) => type switch
    {
        null or { SpecialType: not SpecialType.None } => false,
        { TypeKind: TypeKind.Delegate or TypeKind.Dynamic or TypeKind.TypeParameter } => true,
        _ => _types.GetOrAdd(type, made => Holds(made, Depth)),
    };

    private bool Holds(ITypeSymbol type, int depth)
    {
        if (ParameterRoles.IsContext(type, known) || type.TypeKind == TypeKind.Delegate)
            return true;
        if (depth == 0 || type.SpecialType != SpecialType.None)
            return false;
        if (type is INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } && arguments.Any(argument => Holds(argument, depth - 1)))
            return true;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, known.Compilation.Assembly))
            return false;
        Work.Count(WorkKind.TypeRead);
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            foreach (var member in current.GetMembers())
                if (member switch
                {
                    IFieldSymbol { IsStatic: false, Type: var kept } => Holds(kept, depth - 1),
                    IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.Parameters.Any(parameter => ParameterRoles.IsContext(parameter.Type, known)),
                    _ => false,
                })
                    return true;
        return false;
    }
}
