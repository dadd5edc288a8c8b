namespace Agnt5.Shared;

/// <summary>What analysis has to do more of, the more code there is.</summary>
internal enum WorkKind
{
    /// <summary>An operation of a body, each time that a rule comes by it.</summary>
    Operation,

    /// <summary>A node of syntax, each time that a rule comes by it.</summary>
    SyntaxNode,

    /// <summary>A method, lambda or local function that a walk along the calls comes to.</summary>
    Unit,

    /// <summary>A type that is looked up by its name.</summary>
    TypeByName,

    /// <summary>A type that a walk over the types on the wire comes to.</summary>
    WireType,

    /// <summary>A type whose members and attributes are read.</summary>
    TypeRead,
}
