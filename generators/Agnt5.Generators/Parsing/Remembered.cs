using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>
/// Remembers the result for a syntax node. At every key stroke the compiler asks again for every node of the project, and binding a method body costs a
/// thousand times as much as this. The result holds as long as the node's file and all declarations around it stay the same.
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

    // A single reference is set, so that concurrent compilations never see half an answer.
    private sealed class Slot
    {
        public volatile Answer? Answer;
    }

    private sealed record Answer(DeclarationFingerprint Declarations, T? Value);
}
