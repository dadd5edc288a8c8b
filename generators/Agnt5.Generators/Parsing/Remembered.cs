using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>
/// Remembers what was read of a syntax node. The compiler asks again for every node of the project at every key stroke, and to bind a method body costs a
/// thousand times what this costs; the answer stands while the node's file and all declarations around it do.
/// </summary>
internal sealed class Remembered<T>
    where T : class
{
    private readonly ConditionalWeakTable<SyntaxNode, Slot> _slots = new();

    public T? GetOrRead<TContext>(
        SyntaxNode node, Compilation compilation, TContext context, Func<TContext, CancellationToken, T?> read, CancellationToken cancellationToken)
    {
        var declarations = DeclarationFingerprint.Of(compilation);
        var slot = _slots.GetOrCreateValue(node);
        if (slot.Answer is { } known && known.Declarations.Equals(declarations))
            return known.Value;

        var value = read(context, cancellationToken);
        slot.Answer = new(declarations, value);
        return value;
    }

    // One reference is set at once, so that compilers that ask at the same time never see half an answer.
    private sealed class Slot
    {
        public volatile Answer? Answer;
    }

    private sealed record Answer(DeclarationFingerprint Declarations, T? Value);
}
