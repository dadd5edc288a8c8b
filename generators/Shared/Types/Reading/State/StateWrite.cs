using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>A place where code changes a field or property of the object.</summary>
/// <param name="Value">The new value, or the whole expression that changes the old one.</param>
internal sealed record StateWrite(CodePiece Piece, StateChange Change, ExpressionSyntax Value)
{
    /// <summary>The method that is called on the old value.</summary>
    public string? Method { get; init; }

    /// <summary>Whether it is in a constructor, or in the initializer behind a <c>new</c> or <c>with</c>.</summary>
    public bool IsConstruction => Piece.Role == CodeRole.Constructor || Value.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax };
}

/// <summary>How code changes a field or property.</summary>
internal enum StateChange
{
    /// <summary>Another value is assigned.</summary>
    Set,

    /// <summary>A part of the value is assigned.</summary>
    SetPart,

    /// <summary>A method of the value is called that changes collections.</summary>
    Call,

    /// <summary>A method of the value is called for its effect: nobody takes its result.</summary>
    CallForEffect,
}
